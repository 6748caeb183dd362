//! Windows exit codes that carry an NTSTATUS value.

/// The entry of a value in the error class of NTSTATUS (\[MS-ERREF\] 2.3:
/// severity bits `11`, customer and reserved bits clear), or of the exception
/// code of .NET.
pub(super) fn entry(value: u32) -> Option<&'static str> {
    Some(match value {
        0xC000_0005 => "exit/nt/C0000005",
        0xC000_0017 => "exit/nt/C0000017",
        0xC000_001D => "exit/nt/C000001D",
        0xC000_0022 => "exit/nt/C0000022",
        0xC000_0094 => "exit/nt/C0000094",
        0xC000_00FD => "exit/nt/C00000FD",
        0xC000_0135 => "exit/nt/C0000135",
        0xC000_0139 => "exit/nt/C0000139",
        0xC000_013A => "exit/nt/C000013A",
        0xC000_0142 => "exit/nt/C0000142",
        0xC000_0374 => "exit/nt/C0000374",
        0xC000_0409 => "exit/nt/C0000409",
        0xE043_4352 => "exit/nt/E0434352",
        other if other >> 28 == 0xC => "exit/nt/other",
        _ => return None,
    })
}
