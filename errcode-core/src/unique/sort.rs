use super::Entries;

/// A merge sort by hash, from the bottom up; stable, so equal hashes keep the order of declaration.
pub(super) const fn by_hash<const N: usize>(entries: &Entries<N>) -> [usize; N] {
    let mut from = [(0, 0); N];
    let mut at = 0;
    while at < N {
        from[at] = (entries.get(at).hash, at);
        at += 1;
    }
    let mut to = from;
    let mut width = 1;
    while width < N {
        let mut start = 0;
        while start < N {
            merge(&from, &mut to, start, width);
            start += 2 * width;
        }
        (from, to) = (to, from);
        width *= 2;
    }
    let mut sorted = [0; N];
    at = 0;
    while at < N {
        sorted[at] = from[at].1;
        at += 1;
    }
    sorted
}

/// Merges the two runs of `width` that begin at `start`.
const fn merge<const N: usize>(
    from: &[(u64, usize); N],
    to: &mut [(u64, usize); N],
    start: usize,
    width: usize,
) {
    let middle = if start + width < N { start + width } else { N };
    let end = if start + 2 * width < N { start + 2 * width } else { N };
    let (mut left, mut right, mut at) = (start, middle, start);
    while at < end {
        if left < middle && (right == end || from[left].0 <= from[right].0) {
            to[at] = from[left];
            left += 1;
        } else {
            to[at] = from[right];
            right += 1;
        }
        at += 1;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::unique::tests::entry;

    fn sorts<const N: usize>() {
        // A few hashes for many entries, so that many are equal.
        let mut seed = N as u64;
        let entries = Entries(std::array::from_fn::<_, N, _>(|_| {
            seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
            Some(entry("", seed >> 60))
        }));
        let mut expected: Vec<usize> = (0..N).collect();
        expected.sort_by_key(|at| entries.get(*at).hash);
        assert_eq!(by_hash(&entries).to_vec(), expected, "{N} entries");
    }

    #[test]
    fn it_is_the_stable_sort_of_the_standard_library() {
        sorts::<0>();
        sorts::<1>();
        sorts::<2>();
        sorts::<3>();
        sorts::<7>();
        sorts::<8>();
        sorts::<9>();
        sorts::<100>();
        sorts::<1000>();
    }
}
