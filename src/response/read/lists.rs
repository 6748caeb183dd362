//! Lists of records, in each of the shapes that answers give them.

use super::names::same_name;
use super::{Parser, tags};
use crate::error::Result;
use crate::json::{RawText, Reader, Token};
use crate::response::notice::NoticeKind;

impl<'a> Parser<'a, '_> {
    /// Reads `[item, …]`, `{"wrapper": [item, …]}`, `{}` or nothing.
    pub(super) fn list(
        &mut self,
        reader: &mut Reader<'a>,
        wrapper: &str,
        item: fn(&mut Self, &mut Reader<'a>) -> Result<()>,
    ) -> Result<()> {
        match reader.peek() {
            Some(b'[') => reader.array(|reader| self.item(reader, wrapper, item)),
            Some(b'{') => reader.object(|reader, key| self.list_member(reader, key, wrapper, item)),
            _ => {
                let token = reader.value()?;
                if is_blank(&token) {
                    return Ok(());
                }
                self.notice(NoticeKind::UnexpectedType, wrapper.to_owned(), reader)
            }
        }
    }

    /// Reads on behind the `{"wrapper":[` of a list.
    pub(super) fn list_from_bracket(
        &mut self,
        reader: &mut Reader<'a>,
        wrapper: &str,
        item: fn(&mut Self, &mut Reader<'a>) -> Result<()>,
    ) -> Result<()> {
        reader.items(|reader| self.item(reader, wrapper, item))?;
        if reader.ends_object() {
            return Ok(());
        }
        while let Some(key) = reader.next_key(false)? {
            self.list_member(reader, key, wrapper, item)?;
        }
        Ok(())
    }

    /// Reads the value of a member of a list's object.
    fn list_member(
        &mut self,
        reader: &mut Reader<'a>,
        key: RawText<'a>,
        wrapper: &str,
        item: fn(&mut Self, &mut Reader<'a>) -> Result<()>,
    ) -> Result<()> {
        let name = key.decode();
        if !same_name(wrapper, &name) {
            // A copy of an older example has a run's tags beside its instances. Tags
            // in a list of tags would be read as deep as they stand, by calls.
            if same_name("Tags", &name) && wrapper != tags::WRAPPER {
                return self.tags(reader);
            }
            reader.value()?;
            return self.notice(NoticeKind::UnexpectedType, name.into_owned(), reader);
        }
        match reader.peek() {
            Some(b'[') => reader.array(|reader| self.item(reader, wrapper, item)),
            _ => self.item(reader, wrapper, item),
        }
    }

    fn item(
        &mut self,
        reader: &mut Reader<'a>,
        name: &str,
        item: fn(&mut Self, &mut Reader<'a>) -> Result<()>,
    ) -> Result<()> {
        if reader.peek() == Some(b'{') {
            return item(self, reader);
        }
        if reader.value()? == Token::Null {
            return Ok(());
        }
        self.notice(NoticeKind::UnexpectedType, name.to_owned(), reader)
    }
}

/// "None", as answers write it in place of a list.
fn is_blank(token: &Token<'_>) -> bool {
    match token {
        Token::Null => true,
        Token::Text(text) => text.is_empty(),
        _ => false,
    }
}
