//! A text that is written in const evaluation.

/// A text in a buffer; one without room is measured only.
pub(super) struct Text<'a> {
    into: &'a mut [u8],
    end: usize,
}

impl<'a> Text<'a> {
    pub(super) const fn new(into: &'a mut [u8]) -> Self {
        Self { into, end: 0 }
    }

    pub(super) const fn len(&self) -> usize {
        self.end
    }

    pub(super) const fn write_all(&mut self, pieces: &[&str]) {
        let mut index = 0;
        while index < pieces.len() {
            self.write(pieces[index].as_bytes());
            index += 1;
        }
    }

    pub(super) const fn write_number(&mut self, number: usize) {
        if number >= 10 {
            self.write_number(number / 10);
        }
        self.write(&[b"0123456789"[number % 10]]);
    }

    pub(super) const fn write(&mut self, piece: &[u8]) {
        let end = self.end + piece.len();
        if end <= self.into.len() {
            self.into.split_at_mut(end).0.split_at_mut(self.end).1.copy_from_slice(piece);
        }
        self.end = end;
    }
}
