//! Counting of heap allocations.
//!
//! The crates that count do so all the time, which would slow down whoever allocates more while it is timed.
//! This allocator costs one relaxed load while nobody counts.

#![allow(unsafe_code)]

use std::{
    alloc::{GlobalAlloc, Layout, System},
    fmt,
    sync::atomic::{AtomicBool, AtomicUsize, Ordering::Relaxed},
};

/// The system's allocator, which counts while [`count`] runs.
pub struct Counting;

static ON: AtomicBool = AtomicBool::new(false);
static MADE: AtomicUsize = AtomicUsize::new(0);
static GROWN: AtomicUsize = AtomicUsize::new(0);

/// What a piece of work took from the heap.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Allocations {
    /// New allocations.
    pub made: usize,
    /// Allocations that had to grow or shrink.
    pub grown: usize,
}

impl fmt::Display for Allocations {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}+{}", self.made, self.grown)
    }
}

/// The allocations of one run of `work`. Of one at a time: the counters are the process's.
pub fn count<T>(work: impl FnOnce() -> T) -> Allocations {
    MADE.store(0, Relaxed);
    GROWN.store(0, Relaxed);
    ON.store(true, Relaxed);
    let result = work();
    ON.store(false, Relaxed);
    drop(result);
    Allocations { made: MADE.load(Relaxed), grown: GROWN.load(Relaxed) }
}

fn note(counter: &AtomicUsize) {
    if ON.load(Relaxed) {
        counter.fetch_add(1, Relaxed);
    }
}

// SAFETY: every call is passed on to the system's allocator as it came.
unsafe impl GlobalAlloc for Counting {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        note(&MADE);
        unsafe { System.alloc(layout) }
    }

    unsafe fn alloc_zeroed(&self, layout: Layout) -> *mut u8 {
        note(&MADE);
        unsafe { System.alloc_zeroed(layout) }
    }

    unsafe fn realloc(&self, pointer: *mut u8, layout: Layout, size: usize) -> *mut u8 {
        note(&GROWN);
        unsafe { System.realloc(pointer, layout, size) }
    }

    unsafe fn dealloc(&self, pointer: *mut u8, layout: Layout) {
        unsafe { System.dealloc(pointer, layout) }
    }
}
