using Archiet.Analyzers.Secrets.Files;
using NUnit.Framework;

namespace Archiet.Analyzers.Tests.Secrets.Files;

/// <summary>What the readers read: every value under its key, and where it is written.</summary>
public sealed class ReaderTests
{
    [Test]
    public void Json() => Reads(FileKind.Json, """
        {
          // A comment with "quotes": "in it"
          "ConnectionStrings": { "Archiet": "Host=db;Password=x" },
          /* "not": "read" */
          "Jwt": { "Key": "abc\"d\u0041", "Days": 12, "On": true, },
          "List": [ "one", { "name": "API_KEY", "value": "two" }, "A=three", ],
          'single': 'quoted', plain: 7,
          "Broken": "no end,
          "After": "it",
        }
        """,
        "ConnectionStrings:Archiet = Host=db;Password=x",
        "Jwt:Key ~ abc\"dA",
        "Jwt:Days = 12",
        "Jwt:On = true",
        "List:0 = one",
        "List:1:name = API_KEY",
        "List:1:API_KEY = two",
        "List:2:A = three",
        "single = quoted",
        "plain = 7",
        "Broken = no end,",
        "After = it");

    [Test]
    public void Yaml() => Reads(FileKind.Yaml, """
        # comment: nothing
        %YAML 1.2
        --- # a document
        name: app   # a comment
        empty:
        url: "http://host/#fragment"
        it's: 'it''s'
        "quoted key": plain text: with colon
        anchored: &a !!str value
        alias: *a
        env:
          - name: DB_PASSWORD
            value: hunter2
          - name: OTHER
            valueFrom: secret
        environment:
        - A=one
        - "B=two words"
        nested:
          deep:
            - - x
              - y
          flow: { user: app, "pass": 'p w', list: [a, b] }
          over: [
            "c",  # why
            d
          ]
        helm: {{ .Values.password | quote }}
        block: |
          only one line
        script: |-
          first
            second

          third
        folded: >
          just this
        multi: "first
          second"
        next:
          on the next line
        last: end
        ---
        second: document
        """,
        "name = app",
        "url = http://host/#fragment",
        "it's ~ it's",
        "quoted key = plain text: with colon",
        "anchored = value",
        "env:0:name = DB_PASSWORD",
        "env:0:DB_PASSWORD = hunter2",
        "env:1:name = OTHER",
        "env:1:valueFrom = secret",
        "environment:0:A = one",
        "environment:1:B = two words",
        "nested:deep:0:0 = x",
        "nested:deep:0:1 = y",
        "nested:flow:user = app",
        "nested:flow:pass = p w",
        "nested:flow:list:0 = a",
        "nested:flow:list:1 = b",
        "nested:over:0 = c",
        "nested:over:1 = d",
        "helm = {{ .Values.password | quote }}",
        "block = only one line",
        "first",
        "second",
        "third",
        "folded = just this",
        "multi = first\n  second",
        "next = on the next line",
        "last = end",
        "second = document");

    [Test]
    public void Xml() => Reads(FileKind.Xml, """
        <?xml version="1.0"?>
        <!-- <a b="c">text</a> -->
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup Condition=" '$(A)' == 'b' ">
            <ApiKey>one &amp; two</ApiKey>
            <Empty></Empty>
          </PropertyGroup>
          <appSettings>
            <add key="Smtp:Password" value="three" />
            <add value='four' key='Turned' />
          </appSettings>
          <connectionStrings><add name="Db" connectionString="Server=x;Password='y'" providerName="z"/></connectionStrings>
          <setting name="Token"><value>five</value></setting>
          <Raw><![CDATA[six <x>]]></Raw>
          <Broken a="b <c d="e">
        </Project>
        """,
        "Project:Sdk = Microsoft.NET.Sdk",
        "Project:PropertyGroup:Condition =  '$(A)' == 'b' ",
        "Project:PropertyGroup:ApiKey ~ one & two",
        "Project:appSettings:Smtp:Password = three",
        "Project:appSettings:Turned = four",
        "Project:connectionStrings:Db = Server=x;Password='y'",
        "Project:connectionStrings:Db:providerName = z",
        "Project:Token = five",
        "Project:Raw = six <x>",
        "Project:Broken:a = b <c d=");

    [Test]
    public void Lines() => Reads(FileKind.Lines, """
        # A=comment
        ; B=comment
        export A=one
        B="two words" # why
        C='single'
        D=plain # why
        E=
        G = spaced
        h.i: colon
        F=a=b;c
        [section]
        K=v
        //registry/:_authToken=tok
        no sign
        """,
        "A = one",
        "B = two words",
        "C = single",
        "D = plain",
        "G = spaced",
        "h.i = colon",
        "F = a=b;c",
        "section:K = v",
        "section://registry/:_authToken = tok");

    [Test]
    public void Dockerfile() => Reads(FileKind.Dockerfile, """
        # ENV A=comment
        FROM base:1 AS b
        ENV A=one B="two words" \
            C='three' \
            # between
            D=four
        ENV OLD the old form
        ARG NAME
        arg E=five
        RUN a && \
          b
        """,
        "FROM base:1 AS b",
        "A = one",
        "B = two words",
        "C = three",
        "D = four",
        "OLD = the old form",
        "E = five",
        "RUN a && ",
        "b");

    [Test]
    public void Sql() => Reads(FileKind.Sql, """
        -- 'comment'
        CREATE ROLE app LOGIN ENCRYPTED PASSWORD 'one';
        ALTER USER a WITH PASSWORD = N'two''s';
        CREATE USER b IDENTIFIED BY 'three';
        /* 'block' */ SELECT 'four' WHERE password = 'five';
        CREATE FUNCTION f() AS $body$ SELECT 'six'; $body$ LANGUAGE sql;
        CREATE DATABASE SCOPED CREDENTIAL c WITH IDENTITY = 'seven', SECRET = 'eight';
        CREATE USER MAPPING FOR a SERVER s OPTIONS (user 'nine', password 'ten');
        CREATE TABLE t (password text DEFAULT 'eleven', kind text CHECK (password <> 'x'));
        'open
        """,
        "PASSWORD = one",
        "PASSWORD ~ two's",
        "PASSWORD = three",
        "four",
        "five",
        "six",
        "seven",
        "SECRET = eight",
        "nine",
        "password = ten",
        "eleven",
        "x",
        "open");

    [Test]
    public void Script() => Reads(FileKind.Script, """
        // "comment"
        const a = "one", b = 'two\u0041';
        let c: string = `three`;
        config.auth.key = "four"; config["pass"] = "five";
        const o = { inner: { "k": "six", l: x ? "y" : "z" } };
        const r = /"not'a\/string[/"]/g.test("seven") / 2;
        const t = `a${f("inner", { q: "w" })}b${`n${1}`}`;
        const e = process.env.TOKEN || "eight" ?? "nine";
        if (a === "ten") { call("eleven"); }
        /* 'block' */ const broken = 'no end
        const last: Map = 'l';
        <Tag attr="jsx">don't</Tag>
        const p = "after";
        """,
        "a = one",
        "b ~ twoA",
        "c = three",
        "auth:key = four",
        "pass",
        "pass = five",
        "k",
        "o:inner:k = six",
        "y",
        "z",
        "seven",
        "inner",
        "q = w",
        "a${f(\"inner\", { q: \"w\" })}b${`n${1}`}",
        "env:TOKEN = eight",
        "nine",
        "ten",
        "eleven",
        "last = l",
        "attr = jsx",
        "p = after");

    [Test]
    public void Html() => Reads(FileKind.Html, """
        <!-- <a b="c"> -->
        <!doctype html>
        <html lang="en">
          <meta name="api-key" content="one">
          <p title='it&quot;s' data-x=two disabled>Don't read "this" = 'text'</p>
          <script src="a.js"></script>
          <script>const a = "three"; if (1 < 2) { b("four"); }</script>
          <input type="password" name="pass" value="five" />
        </html>
        """,
        "lang = en",
        "name = api-key",
        "api-key = one",
        "title ~ it\"s",
        "data-x = two",
        "src = a.js",
        "a = three",
        "four",
        "type = password",
        "name = pass",
        "pass = five");

    [Test]
    public void Razor() => Reads(FileKind.Razor, """"
        @* "comment" *@
        @page "/a"
        @{
            var a = "one"; var b = @"two""s"; var c = $"x{d["k"]}y"; char q = '"'; var p = new { Pass = "three" };
            if (a == "four") { }
        }
        <p class="x" title="@Model.Title">@Model.Name("five")</p>
        @code {
            private string key = """six""";
        }
        <b id="after"></b>
        """",
        "a = one",
        "b ~ two\"s",
        "x{d[\"k\"]}y",
        "Pass = three",
        "four",
        "class = x",
        "key = six",
        "id = after");

    private static void Reads(FileKind kind, string text, params string[] expected)
    {
        var seen = new Seen(text);
        FileReader.Read(kind, text, seen);
        Assert.That(seen.Lines, Is.EqualTo(expected));
    }

    /// <summary>A line for each value: with an equals sign where it is written as it is read, with a tilde where it is not.</summary>
    private sealed class Seen(string text) : IValueSink
    {
        public List<string> Lines { get; } = [];

        public void Value(KeyPath key, TextPart value, int start, int length) => Lines.Add($"{key} {Sign(value.ToString(), start, length)} {value}");

        public void Text(TextPart value, int start, int length) => Lines.Add(Sign(value.ToString(), start, length) == '=' ? value.ToString() : "~ " + value);

        private char Sign(string value, int start, int length)
        {
            var written = text.Substring(start, length);
            Assert.That(written == value || written.Length > value.Length, $"'{written}' for '{value}'");
            return written == value ? '=' : '~';
        }
    }
}
