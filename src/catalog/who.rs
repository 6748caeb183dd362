//! Who can fix it.

use crate::json::{ToJson, Writer};
use crate::locale::Locale;

/// A person or team who can fix a cause.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Who {
    /// Who wrote the command or chose its parameters.
    ScriptAuthor,
    /// Who runs the instance and its operating system.
    InstanceOwner,
    /// Who runs security groups, routes, DNS and firewalls.
    NetworkAdmin,
    /// Who grants RAM permissions and issues access keys.
    AccountAdmin,
    /// Alibaba Cloud, through a ticket.
    AlibabaCloud,
}

impl Who {
    /// The stable name, in kebab case.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::ScriptAuthor => "script-author",
            Self::InstanceOwner => "instance-owner",
            Self::NetworkAdmin => "network-admin",
            Self::AccountAdmin => "account-admin",
            Self::AlibabaCloud => "alibaba-cloud",
        }
    }

    /// The role in words.
    #[must_use]
    pub fn label(self, locale: Locale) -> &'static str {
        match (self, locale) {
            (Self::ScriptAuthor, Locale::ZhCn) => "脚本作者",
            (Self::ScriptAuthor, Locale::En) => "script author",
            (Self::InstanceOwner, Locale::ZhCn) => "实例负责人",
            (Self::InstanceOwner, Locale::En) => "instance owner",
            (Self::NetworkAdmin, Locale::ZhCn) => "网络/安全管理员",
            (Self::NetworkAdmin, Locale::En) => "network or security admin",
            (Self::AccountAdmin, Locale::ZhCn) => "账号/RAM 管理员",
            (Self::AccountAdmin, Locale::En) => "account or RAM admin",
            (Self::AlibabaCloud, Locale::ZhCn) => "阿里云",
            (Self::AlibabaCloud, Locale::En) => "Alibaba Cloud",
        }
    }
}

/// The stable name.
impl ToJson for Who {
    fn write(&self, out: &mut Writer) {
        out.string(self.as_str());
    }
}
