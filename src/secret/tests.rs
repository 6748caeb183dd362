use super::*;
use proptest::prelude::*;

const JWT: &str =
    "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0.dozjgNryP4J3jVmNHl0w5N_XgL0n3I9PlFUP0THsR8U";

/// Text, and the same text masked.
const SECRETS: &[(&str, &str)] = &[
    // Access keys, by form.
    ("LTAI4FabcdEFGH12", "[masked-access-key-id]"),
    ("id=LTAI5tAbCdEfGhIjKlMnOpQr;", "id=[masked-access-key-id];"),
    ("key_LTAI5tAbCdEfGhIjKlMnOpQr", "key_[masked-access-key-id]"),
    ("AKIAIOSFODNN7EXAMPLE", "[masked-access-key-id]"),
    ("(ASIAIOSFODNN7EXAMPLE)", "([masked-access-key-id])"),
    ("STS.NUgYrLnoC37mZZCNnAbez", "[masked-access-key-id]"),
    // The secret beside its key.
    (
        "LTAI4FabcdEFGH12,aB3dE6gH9jK2mN5pQ8sT1vW4xY7zA0",
        "[masked-access-key-id],[masked-access-key-secret]",
    ),
    (
        "AKIAIOSFODNN7EXAMPLE\nwJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY",
        "[masked-access-key-id]\n[masked-access-key-secret]",
    ),
    (
        "| ak | LTAI4FabcdEFGH12 | sk | aB3dE6gH9jK2mN5pQ8sT1vW4xY7zA0 |",
        "| ak | [masked-access-key-id] | sk | [masked-access-key-secret] |",
    ),
    (
        "AccessKeySecret=aB3dE6gH9jK2mN5pQ8sT1vW4xY7zA0",
        "AccessKeySecret=[masked-access-key-secret]",
    ),
    ("access_key_secret: abc123def", "access_key_secret: [masked-access-key-secret]"),
    (
        "export ALIBABA_CLOUD_ACCESS_KEY_SECRET='q1w2e3'",
        "export ALIBABA_CLOUD_ACCESS_KEY_SECRET='[masked-access-key-secret]'",
    ),
    ("AWS_SECRET_ACCESS_KEY=abc/def+ghi", "AWS_SECRET_ACCESS_KEY=[masked-access-key-secret]"),
    (r#"{"accessKeySecret":"q1w2e3"}"#, r#"{"accessKeySecret":"[masked-access-key-secret]"}"#),
    // Tokens, by form.
    ("ghp_0123456789abcdefghijABCDEFGHIJ012345", "[masked-service-token]"),
    ("github_pat_11ABCDEFG0aBcDeFgHiJkL_mNoP", "[masked-service-token]"),
    ("PRIVATE-TOKEN: glpat-abcdefghij0123456789", "PRIVATE-TOKEN: [masked-service-token]"),
    ("xoxb-123456789012-abcdefABCDEF", "[masked-service-token]"),
    ("npm_abcdefghijklmnopqrstuvwxyz0123456789", "[masked-service-token]"),
    ("hvs.CAESIJabcdefghijklmnop", "[masked-service-token]"),
    // Named tokens.
    ("token=ab12cd34ef56", "token=[masked-token]"),
    ("TOKEN: ab12cd34ef56", "TOKEN: [masked-token]"),
    (r#""access_token" : "ab12cd34ef56""#, r#""access_token" : "[masked-token]""#),
    ("?token=ab12cd34ef56&page=2", "?token=[masked-token]&page=2"),
    ("SecurityToken=abc123DEF456ghi", "SecurityToken=[masked-security-token]"),
    ("AWS_SESSION_TOKEN=abc123DEF456ghi", "AWS_SESSION_TOKEN=[masked-security-token]"),
    ("secret=s3cr3tv4lue", "secret=[masked-secret]"),
    ("client_secret: s3cr3tv4lue", "client_secret: [masked-secret]"),
    ("x-api-key: 0123456789abcdef", "x-api-key: [masked-secret]"),
    ("apikey=\"0123456789abcdef\"", "apikey=\"[masked-secret]\""),
    ("--token ab12cd34ef56", "--token [masked-token]"),
    // Passwords, by name.
    ("password=hunter2", "password=[masked-password]"),
    ("password = hunter2", "password = [masked-password]"),
    ("passwd: hunter2", "passwd: [masked-password]"),
    ("Password: P@ssw0rd!", "Password: [masked-password]"),
    ("password: hunter", "password: [masked-password]"),
    ("password=hunter", "password=[masked-password]"),
    ("DB_PASSWORD=p@ss=w0rd#1", "DB_PASSWORD=[masked-password]"),
    ("password=a,b]c)d", "password=[masked-password]"),
    ("password=abc1,user=root", "password=[masked-password],user=root"),
    ("f(password=abc1)", "f(password=[masked-password])"),
    ("password: $ecret!", "password: [masked-password]"),
    ("MYSQL_PWD=root123", "MYSQL_PWD=[masked-password]"),
    ("db_pass: 'two words'", "db_pass: '[masked-password]'"),
    ("set ADMIN_PASSWORD=abc123", "set ADMIN_PASSWORD=[masked-password]"),
    ("spring.datasource.password=abc123", "spring.datasource.password=[masked-password]"),
    ("$env:DB_PASSWORD = \"abc123\"", "$env:DB_PASSWORD = \"[masked-password]\""),
    ("password=123456", "password=[masked-password]"),
    (r#"{"password": "p\"q", "user": "u"}"#, r#"{"password": "[masked-password]", "user": "u"}"#),
    (r#"{"password":"secret"}"#, r#"{"password":"[masked-password]"}"#),
    (r#""{\"password\":\"abc123\",\"u\":1}""#, r#""{\"password\":\"[masked-password]\",\"u\":1}""#),
    (r"password=abc123\nuser=root", r"password=[masked-password]\nuser=root"),
    ("'password' => 'abc123',", "'password' => '[masked-password]',"),
    (
        "jdbc:mysql://h/db?user=u&password=abc123",
        "jdbc:mysql://h/db?user=u&password=[masked-password]",
    ),
    ("Server=h;Password=abc123;Database=d", "Server=h;Password=[masked-password];Database=d"),
    ("<password>abc123</password>", "<password>[masked-password]</password>"),
    ("password=\"cut off", "password=\"[masked-password]"),
    ("密码：abc123", "密码：[masked-password]"),
    ("数据库密码: abc123。", "数据库密码: [masked-password]。"),
    ("口令=abc123", "口令=[masked-password]"),
    // Passwords in arguments.
    ("tool --password hunter2 --user root", "tool --password [masked-password] --user root"),
    ("tool --password='hunter 2'", "tool --password='[masked-password]'"),
    ("Set-It -Password 'hunter2'", "Set-It -Password '[masked-password]'"),
    (
        "ConvertTo-SecureString \"P@ss\" -AsPlainText",
        "ConvertTo-SecureString \"[masked-password]\" -AsPlainText",
    ),
    ("mysql -uroot -pAbc123 -h db", "mysql -uroot -p[masked-password] -h db"),
    (
        "/usr/bin/mysqldump -u root -p'a b' db",
        "/usr/bin/mysqldump -u root -p'[masked-password]' db",
    ),
    ("docker exec db mysql -pAbc123", "docker exec db mysql -p[masked-password]"),
    ("sshpass -p Abc123 ssh h", "sshpass -p [masked-password] ssh h"),
    ("redis-cli -h h -a Abc123 ping", "redis-cli -h h -a [masked-password] ping"),
    ("curl -u user:Abc123 https://h", "curl -u user:[masked-password] https://h"),
    ("curl --user 'user:Abc 123' h", "curl --user 'user:[masked-password]' h"),
    // URLs.
    ("https://user:Abc123@h/path", "https://user:[masked-password]@h/path"),
    ("redis://:p@ss@h:6379/0", "redis://:[masked-password]@h:6379/0"),
    ("git clone https://oauth2:abc@h.git", "git clone https://oauth2:[masked-password]@h.git"),
    // Headers.
    ("Authorization: Bearer abc.def", "Authorization: Bearer [masked-authorization]"),
    (
        "curl -H 'Authorization: Basic dTpw' u",
        "curl -H 'Authorization: Basic [masked-authorization]' u",
    ),
    (r#""Authorization": "Bearer abc""#, r#""Authorization": "Bearer [masked-authorization]""#),
    (
        "curl -H 'Authorization: ACS3-HMAC-SHA256 Credential=a,Signature=b' h",
        "curl -H 'Authorization: ACS3-HMAC-SHA256 [masked-authorization]' h",
    ),
    (
        "Proxy-Authorization: Digest username=\"u\", response=\"1f\"\nHost: h",
        "Proxy-Authorization: Digest [masked-authorization]\nHost: h",
    ),
    ("sent bearer abcdef0123456789abcdef", "sent bearer [masked-authorization]"),
    // Keys.
    (
        "-----BEGIN RSA PRIVATE KEY-----\nMIIEow\nIBAAKC\n-----END RSA PRIVATE KEY-----\n",
        "-----BEGIN RSA PRIVATE KEY-----\n[masked-private-key]\n-----END RSA PRIVATE KEY-----\n",
    ),
    (
        r"-----BEGIN PRIVATE KEY-----\nMIIEow==\n-----END PRIVATE KEY-----\n",
        r"-----BEGIN PRIVATE KEY-----\n[masked-private-key]\n-----END PRIVATE KEY-----\n",
    ),
    (
        "-----BEGIN OPENSSH PRIVATE KEY-----\nb3BlbnNzaC1rZXkt",
        "-----BEGIN OPENSSH PRIVATE KEY-----\n[masked-private-key]",
    ),
    (
        "(log)\nAAAAB3NzaC1yc2E\nQQDfoo+/bar==\n-----END EC PRIVATE KEY-----",
        "(log)\n[masked-private-key]\n-----END EC PRIVATE KEY-----",
    ),
];

/// Text that holds no secret.
const ORDINARY: &[&str] = &[
    "",
    "password changed",
    "password: changed",
    "password changed for user root",
    "Password for root: ",
    "Enter password:",
    "password: enter it twice please",
    "passwd: password updated successfully",
    "passwd: files systemd",
    "passwd:         compat",
    "passwd: all authentication tokens updated successfully.",
    "Changing password for root.",
    "(current) UNIX password: \nnext line",
    "password authentication failed for user \"root\"",
    "Access denied for user 'root'@'h' (using password: YES)",
    "PasswordAuthentication no",
    "PASS_MAX_DAYS 99999",
    "PASS_MIN_LEN=5",
    "password_length=12",
    "password_policy: strict9policy",
    "sudo: no password was provided",
    "The password must be 8 characters",
    r#"{"password": "must be at least 8 characters"}"#,
    r#"{"password": "required"}"#,
    r#"{"password": ""}"#,
    r#"{"password": null}"#,
    "password=",
    "password=$PASSWORD",
    "password=${DB_PASSWORD:-}",
    "password=\"$1\"",
    "password=$(cat /run/secret)",
    "password=%PASSWORD%",
    "password={{db_password}}",
    "password=<your password>",
    "password=********",
    "password=xxxxxx",
    "password = getpass()",
    "password = os.environ[\"X\"]",
    "password = args.password",
    "password = user_password",
    "if password == stored:",
    "password: string",
    "def login(user, password: str = None):",
    "use --password to set it",
    "  --password PASSWORD   the password",
    "  --token string  the token",
    "--password-stdin",
    "<password></password>",
    "12 tests pass: 12",
    "pass=3 fail=0",
    "PWD=/root/work",
    "token count 3",
    "token: 3",
    "tokens: 4096",
    "max_tokens=128000",
    "unexpected token: identifier at line 3",
    "syntax error near unexpected token `fi'",
    "NextToken=AAAAAWns8w4MmhzeptXVRG0PUEU0abc",
    r#""NextToken":"AAAAAWns8w4MmhzeptXVRG0PUEU0abc""#,
    "ClientToken=123e4567-e89b-12d3-a456-426655440000",
    "secret: my-config",
    "secretName: web-tls-2024",
    "secret/my-secret created",
    "secret: arn:aws:secretsmanager:eu:1:secret:x",
    "ssl_private_key: /etc/ssl/private/server1.key",
    "keyboard: us",
    "primary key: id1234567890abc",
    "api_key_count=12345678901234",
    "ssh-rsa AAAAB3NzaC1yc2EAAAADAQABAAABAQ root@host",
    "-----BEGIN CERTIFICATE-----\nMIIDdzCCAl+gAwIBAgIE\n-----END CERTIFICATE-----",
    "-----BEGIN PUBLIC KEY-----\nMIIBIjANBgkq\n-----END PUBLIC KEY-----",
    "-----BEGIN RSA PRIVATE KEY-----\n-----END RSA PRIVATE KEY-----",
    "https://host/path:with@sign",
    "https://user@host/",
    "https://host:8080/a@b",
    "ssh://git@host:22/repo",
    "root:x:0:0:root:/root:/bin/bash",
    "mkdir -p /var/lib/mysql",
    "mysql -u root -p db",
    "mysql -P3306 -h db",
    "cp -p mysql.conf /etc",
    "curl -u user https://h",
    "docker run -p 80:80 nginx",
    "net user Administrator",
    "net user Administrator *",
    "Authorization: Bearer $TOKEN",
    "Authorization: Bearer <token>",
    "authorization: denied",
    "Authorization: Basic authentication is required",
    "the bearer of this letter",
    "LTAI is how ids begin",
    "i-bp67acfmxazb4p****",
    "t-hz0jdfwcoxc9c8w",
    "AKIA",
    "sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
    "123e4567-e89b-12d3-a456-426655440000",
    "eyJhbGciOiJIUzI1NiJ9",
    "密码已修改",
    "密码：已过期,请修改",
    "请输入密码：",
    "口令错误",
];

fn masked(text: &str) -> String {
    mask(text).text
}

#[test]
fn secrets_are_masked_and_the_rest_stays() {
    let wrong: Vec<_> = SECRETS
        .iter()
        .map(|(text, expected)| (masked(text), *expected))
        .filter(|(masked, expected)| masked != expected)
        .collect();

    assert_eq!(wrong, []);
}

#[test]
fn ordinary_text_stays() {
    let wrong: Vec<_> =
        ORDINARY.iter().map(|text| masked(text)).filter(|text| text.contains("[masked")).collect();

    assert_eq!(wrong, [""; 0]);
}

#[test]
fn masking_twice_is_masking_once() {
    for (text, masked) in SECRETS {
        assert_eq!(find(masked), [], "{text}");
    }
}

/// A placeholder in a place where a password may stand is no password.
#[test]
fn placeholders_are_no_user_names() {
    assert_eq!(masked("curl -u LTAI4FabcdEFGH12 h"), "curl -u [masked-access-key-id] h");
    assert_eq!(find("https://[masked-access-key-id]@h"), []);
}

#[test]
fn tokens_longer_than_a_line_are_masked_whole() {
    let token = format!("CAIS{}==", "aB3+/".repeat(60));

    assert_eq!(masked(&format!("x {token} y")), "x [masked-security-token] y");
    assert_eq!(masked(&format!("({JWT})")), "([masked-jwt])");
    // A cut signature is still a token.
    assert_eq!(masked(JWT.rsplit_once('.').expect("dots").0), "[masked-jwt]");
}

#[test]
fn the_more_precise_form_tells_the_kind() {
    let found = find("token = \"glpat-abcdefghij0123456789\"");

    assert_eq!(found, [Secret { kind: SecretKind::ServiceToken, span: 9..35 }]);
}

#[test]
fn parameters_are_masked_by_name() {
    assert_eq!(
        mask_json(r#"{"db":{"password":"hunter","port":3306},"note":"password=abc1","n":1.50}"#),
        Masked {
            text: r#"{"db":{"password":"[masked-password]","port":3306},"note":"password=[masked-password]","n":1.50}"#
                .to_owned(),
            found: vec![SecretKind::Password; 2],
        }
    );
    let plain = r#"{ "name" : "web", "password": "" }"#;
    assert_eq!(mask_json(plain), Masked { text: plain.to_owned(), found: vec![] });
    assert_eq!(mask_json("no json, password=abc1").text, "no json, password=[masked-password]");
}

/// `echo password=abc1 密码` and the same masked, by `base64` of coreutils.
#[test]
fn base64_is_masked_inside() {
    let answer = r#"{"CommandContent":"ZWNobyBwYXNzd29yZD1hYmMxIOWvhueggQ=="}"#;

    let masked = mask_json(answer);

    assert_eq!(
        masked.text,
        r#"{"CommandContent":"ZWNobyBwYXNzd29yZD1bbWFza2VkLXBhc3N3b3JkXSDlr4bnoIE="}"#
    );
    assert_eq!(masked.found, [SecretKind::Password]);
}

/// 密码 in GBK, then ASCII, then a byte that is no text.
#[test]
fn bytes_of_other_charsets_stay() {
    let (masked, found) = mask::mask_bytes(b"\xC3\xDC\xC2\xEB password=abc1 \xFF");

    assert_eq!(masked, b"\xC3\xDC\xC2\xEB password=[masked-password] \xFF");
    assert_eq!(found, [SecretKind::Password]);
}

/// Hostile repetitions: each would take minutes if a scanner went back.
#[test]
fn time_grows_with_length() {
    for piece in [
        "password=$",
        "password:",
        "password: ",
        "password=a,",
        "eyJ-",
        "eyJaaaaaaaaaa.",
        "://a:b",
        "://a:b@c ",
        "-----BEGIN PRIVATE KEY-----",
        "-----END PRIVATE KEY-----",
        "Authorization: Digest <",
        "token=",
        "mysql -p'",
        "mysql ",
        "\"password\\\\\\",
        "LTAI0123456789ab ",
        "LTAI0123456789ab--password x",
        "密码",
        "bearer ",
        "<password>",
        "--password ",
        "a.",
        "[masked-",
    ] {
        let text = piece.repeat(200_000 / piece.len());
        let started = std::time::Instant::now();
        let _ = mask(&text);
        assert!(started.elapsed().as_secs() < 5, "{piece}");
    }
}

fn hostile_text() -> impl Strategy<Value = String> {
    let part = prop_oneof![
        proptest::sample::select(vec![
            "password",
            "token",
            "=",
            ": ",
            " ",
            "\n",
            "\"",
            "'",
            "abc123def",
            "LTAI4FabcdEFGH12",
            "aB3dE6gH9jK2mN5pQ8sT1vW4xY7zA0",
            "-p",
            "mysql ",
            "curl -u ",
            "https://u:",
            "@",
            "/",
            "Authorization: Bearer ",
            "Digest ",
            "|",
            "--password ",
            "-----BEGIN PRIVATE KEY-----",
            "-----END PRIVATE KEY-----",
            "[masked-password]",
            "\\",
            "云",
            "：",
            "<",
            ">",
            ",",
            "$",
            "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0In0",
        ])
        .prop_map(str::to_owned),
        "\\PC{0,6}",
    ];
    proptest::collection::vec(part, 0..14).prop_map(|parts| parts.concat())
}

proptest! {
    #[test]
    fn prop_masking_is_idempotent(text in hostile_text()) {
        let once = masked(&text);

        prop_assert_eq!(&masked(&once), &once, "{}", text);
    }

    #[test]
    fn prop_spans_are_in_order_and_all_outside_of_them_stays(text in hostile_text()) {
        let mut expected = String::new();
        let mut end = 0;
        for Secret { kind, span } in find(&text) {
            prop_assert!(!span.is_empty());
            // None where they overlap or part a character.
            expected += text.get(end..span.start).expect("in order, on a boundary");
            expected += kind.placeholder();
            end = span.end;
        }
        expected += text.get(end..).expect("on a boundary");

        prop_assert_eq!(masked(&text), expected);
    }
}
