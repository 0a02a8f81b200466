//! Which tools belong to which group of the thesaurus, and how strongly. What the groups say is not here.

use super::groups::Groups;

/// For each group its tools, those that belong to it most strongly first.
#[derive(Debug, Clone, Default)]
pub struct Members(Groups);

/// The members of groups on the way: tools come one after the other.
#[derive(Debug, Default)]
pub struct Gathering(Vec<Vec<Member>>);

#[derive(Debug, Clone, Copy)]
struct Member {
    tool: u32,
    /// In hundredths of a tool that is called nothing else; more where it says so several times.
    strength: u32,
}

/// The strength from which on none is told apart, and how many degrees are below it.
const UTMOST: u32 = 132;
const DEGREES: u32 = 8;

/// How much weaker each degree is, in hundredths.
const DEGREE: u32 = 12;

/// What a find through a group is worth to the strongest, in percent, and how much less in each further degree.
const STRONGEST: u16 = 112;
const LESS: u16 = 4;

/// The part of what else a tool says of a group that adds to the strongest of it.
const ELSEWHERE: u32 = 8;

impl Gathering {
    /// Notes that `tool`, the last one so far, belongs to `group` so strongly.
    pub fn join(&mut self, group: u32, tool: u32, strength: u32) {
        if self.strengthen(group, tool, strength) {
            return;
        }
        let group = group as usize;
        if self.0.len() <= group {
            self.0.resize(group + 1, Vec::new());
        }
        self.0.get_mut(group).into_iter().for_each(|list| list.push(Member { tool, strength }));
    }

    /// Notes that `tool` says once more, so strongly, that it belongs to `group`; answers whether it does.
    pub fn strengthen(&mut self, group: u32, tool: u32, strength: u32) -> bool {
        let list = self.0.get_mut(group as usize).and_then(|list| list.last_mut());
        let member = list.filter(|member| member.tool == tool);
        let Some(member) = member else { return false };
        let (most, least) = (member.strength.max(strength), member.strength.min(strength));
        member.strength = most + least / ELSEWHERE;
        true
    }

    /// All members, by degrees.
    #[must_use]
    pub fn finish(self) -> Members {
        let mut groups = Groups::default();
        for list in self.0 {
            for degree in 0..DEGREES {
                groups.push(list.iter().filter(|member| member.degree() == degree).map(|member| member.tool));
            }
        }
        Members(groups)
    }
}

impl Member {
    fn degree(self) -> u32 {
        (UTMOST.saturating_sub(self.strength) / DEGREE).min(DEGREES - 1)
    }
}

impl Members {
    /// The tools of a group by degrees, each with what a find is worth to them, in percent.
    pub fn of(&self, group: u32) -> impl Iterator<Item = (u16, &[u32])> {
        let degrees = (0..DEGREES).zip((0..).map(|degree| STRONGEST - LESS * degree));
        degrees.map(move |(degree, percent)| (percent, self.0.of(group * DEGREES + degree)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_says_it_more_plainly_or_more_often_is_worth_more() {
        let mut gathering = Gathering::default();
        gathering.join(1, 4, 100);
        gathering.join(1, 5, 60);
        gathering.join(1, 6, 60);
        gathering.join(1, 6, 60);
        assert!(!gathering.strengthen(0, 6, 60), "it does not belong to that group");
        let members = gathering.finish();
        let worth = |tool: u32| members.of(1).find(|(_, tools)| tools.contains(&tool)).map(|(percent, _)| percent);
        assert!(worth(4) > worth(6) && worth(6) > worth(5), "{:?} {:?} {:?}", worth(4), worth(6), worth(5));
        assert_eq!((members.of(0).flat_map(|(_, tools)| tools).next(), worth(7)), (None, None));
    }
}
