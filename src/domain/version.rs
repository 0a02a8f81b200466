//! The shape of a file, which stands first in each: so that no value carries a number that anybody can get wrong.

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

/// The shape that this program writes. Older ones are read and become this one; files of a newer one are not read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Version;

impl Version {
    /// The newest shape of files that this program knows.
    pub const NEWEST: u64 = 1;
}

impl Serialize for Version {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_u64(Version::NEWEST)
    }
}

impl<'de> Deserialize<'de> for Version {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Version, D::Error> {
        match u64::deserialize(deserializer)? {
            ..=Version::NEWEST => Ok(Version),
            newer => Err(de::Error::custom(format!("version {newer} is newer than {}", Version::NEWEST))),
        }
    }
}
