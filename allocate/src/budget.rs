//! How much may be done: counted work, which is the same on every machine, and the caller's wish to stop.

/// How much may be done, and how much has been.
pub(crate) struct Budget<'c> {
    /// Steps done: about one for each cell of a table that was filled.
    pub done: u64,
    /// Steps that may be done in all.
    pub most: u64,
    /// Whether the caller stopped the work before its steps were done.
    pub stopped: bool,
    should_stop: &'c mut dyn FnMut() -> bool,
    next_look: u64,
}

/// Steps between two questions whether to stop: about a millisecond.
const LOOK: u64 = 1 << 20;

impl<'c> Budget<'c> {
    pub fn new(most: u64, should_stop: &'c mut dyn FnMut() -> bool) -> Self {
        Self {
            done: 0,
            most,
            stopped: false,
            should_stop,
            next_look: 0,
        }
    }

    /// Counts work.
    pub fn spend(&mut self, steps: u64) {
        self.done = self.done.saturating_add(steps);
    }

    /// Whether there is nothing left, in all or up to `end`.
    pub fn is_over(&mut self, end: u64) -> bool {
        if self.done >= self.next_look && !self.stopped {
            self.next_look = self.done + LOOK;
            self.stopped = (self.should_stop)();
        }
        self.stopped || self.done >= end.min(self.most)
    }

    /// Where so many hundredths of what is left have been used.
    pub fn part(&self, hundredths: u64) -> u64 {
        let left = self.most.saturating_sub(self.done);
        self.done.saturating_add(left / 100 * hundredths)
    }
}
