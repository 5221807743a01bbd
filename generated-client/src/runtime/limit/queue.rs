// Copied by clientsmith from its runtime. Do not edit: `cargo xtask codegen` makes it anew.

//! Who waits for which policies, in the order in which they came. Nobody is overtaken on a policy
//! that he waits for; who waits for others is not held up.

use std::collections::HashSet;
use std::collections::VecDeque;
use std::task::Waker;

use crate::runtime::limit::Policy;

/// The places of a policy, by what makes them one: name, scope, size and credential.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Key {
    /// A declared policy.
    Policy(Policy, u64),
    /// An operation by itself, which a server may pause beyond its policies.
    Operation(&'static str, u64),
}

impl Key {
    /// The policy's name; empty for an operation by itself.
    pub(super) fn policy(self) -> &'static str {
        match self {
            Self::Policy(policy, _) => policy.name,
            Self::Operation(..) => "",
        }
    }
}

/// Those who wait.
#[derive(Debug, Default)]
pub(super) struct Queue {
    waiters: VecDeque<Waiter>,
}

#[derive(Debug)]
struct Waiter {
    permit: u64,
    keys: Vec<Key>,
    waker: Option<Waker>,
}

impl Queue {
    pub(super) fn join(&mut self, permit: u64, keys: &[Key]) {
        self.waiters.push_back(Waiter {
            permit,
            keys: keys.to_vec(),
            waker: None,
        });
    }

    /// Who is to be woken when something changes.
    pub(super) fn wait(&mut self, permit: u64, waker: &Waker) {
        if let Some(waiter) = self
            .waiters
            .iter_mut()
            .find(|waiter| waiter.permit == permit)
        {
            waiter.waker = Some(waker.clone());
        }
    }

    pub(super) fn leave(&mut self, permit: u64) {
        self.waiters.retain(|waiter| waiter.permit != permit);
    }

    /// Whether somebody who came earlier waits for one of the same policies.
    pub(super) fn is_behind(&self, permit: u64, keys: &[Key]) -> bool {
        self.waiters
            .iter()
            .take_while(|waiter| waiter.permit != permit)
            .any(|waiter| waiter.keys.iter().any(|key| keys.contains(key)))
    }

    /// The wakers of those who are behind nobody.
    pub(super) fn first(&mut self) -> Vec<Waker> {
        let mut held = HashSet::new();
        let mut wakers = Vec::new();
        for waiter in &mut self.waiters {
            let behind = waiter.keys.iter().any(|key| held.contains(key));
            held.extend(waiter.keys.iter().copied());
            if !behind {
                wakers.extend(waiter.waker.take());
            }
        }
        wakers
    }
}
