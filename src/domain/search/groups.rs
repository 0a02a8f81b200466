//! Lists of numbers, one after the other in one piece of memory.

/// Numbered lists of numbers.
#[derive(Debug, Clone, Default)]
pub struct Groups {
    ends: Vec<u32>,
    items: Vec<u32>,
}

impl Groups {
    /// Puts a group after those that are there.
    pub fn push(&mut self, group: impl IntoIterator<Item = u32>) {
        self.items.extend(group);
        self.ends.push(number(self.items.len()));
    }

    /// The members of group `number`.
    #[must_use]
    pub fn of(&self, group: u32) -> &[u32] {
        let group = group as usize;
        let start = group.checked_sub(1).and_then(|before| self.ends.get(before)).copied().unwrap_or_default();
        let end = self.ends.get(group).copied().unwrap_or(start);
        self.items.get(start as usize..end as usize).unwrap_or_default()
    }

    /// The same groups, with the number that `now` has for each member.
    #[must_use]
    pub fn renumbered(mut self, now: &[u32]) -> Groups {
        self.items.iter_mut().for_each(|item| *item = now.get(*item as usize).copied().unwrap_or_default());
        self
    }

    /// For each number below `count` the groups that hold it, in order.
    #[must_use]
    pub fn turned(&self, count: usize) -> Groups {
        let mut ends = vec![0_u32; count + 1];
        for item in &self.items {
            ends.get_mut(*item as usize + 1).into_iter().for_each(|end| *end += 1);
        }
        let mut sum = 0;
        for end in &mut ends {
            sum += *end;
            *end = sum;
        }
        let mut items = vec![0; self.items.len()];
        for group in 0..number(self.ends.len()) {
            for item in self.of(group) {
                let Some(next) = ends.get_mut(*item as usize) else { continue };
                items.get_mut(*next as usize).into_iter().for_each(|slot| *slot = group);
                *next += 1;
            }
        }
        ends.truncate(count);
        Groups { ends, items }
    }
}

/// `count` as it is stored; more than four thousand million of anything are not told apart.
#[must_use]
pub fn number(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn turned_groups_tell_who_holds_what() {
        let mut groups = Groups::default();
        for group in [vec![0, 2], vec![], vec![2, 1]] {
            groups.push(group);
        }
        let turned = groups.turned(4);
        assert_eq!((0..4).map(|item| turned.of(item)).collect::<Vec<_>>(), [&[0][..], &[2], &[0, 2], &[]]);
    }
}
