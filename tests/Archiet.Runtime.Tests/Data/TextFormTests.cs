using System.Text;

namespace Archiet.Runtime.Tests.Data;

public sealed class TextFormTests
{
    [TestCase("PT0S", 0)]
    [TestCase("P1D", TimeSpan.TicksPerDay)]
    [TestCase("P1DT2H3M4S", TimeSpan.TicksPerDay + (2 * TimeSpan.TicksPerHour) + (3 * TimeSpan.TicksPerMinute) + (4 * TimeSpan.TicksPerSecond))]
    [TestCase("-PT0.5S", -TimeSpan.TicksPerSecond / 2)]
    [TestCase("PT0.000001S", 10)]
    [TestCase("PT36H", 36 * TimeSpan.TicksPerHour, "P1DT12H")]
    [TestCase("PT90M", 90 * TimeSpan.TicksPerMinute, "PT1H30M")]
    [TestCase("PT0.0000019S", 10, "PT0.000001S")]
    [TestCase("P0D", 0, "PT0S")]
    public void Durations_are_read_and_written(string text, long ticks, string? written = null)
    {
        Span<byte> buffer = stackalloc byte[IsoDuration.MaxLength];

        Assert.That(IsoDuration.TryParse(Encoding.UTF8.GetBytes(text), out var value), Is.True);
        Assert.That(value.Ticks, Is.EqualTo(ticks));
        Assert.That(Encoding.UTF8.GetString(buffer[..IsoDuration.Format(value, buffer)]), Is.EqualTo(written ?? text));
    }

    [TestCase("")]
    [TestCase("P")]
    [TestCase("PT")]
    [TestCase("P1")]
    [TestCase("P1Y")]
    [TestCase("P1M")]
    [TestCase("P1W")]
    [TestCase("P1DT")]
    [TestCase("PT1D")]
    [TestCase("PT1M1H")]
    [TestCase("PT-1S")]
    [TestCase("PT1.S")]
    [TestCase("PT.5S")]
    [TestCase("PT1e3S")]
    [TestCase("P+1D")]
    [TestCase("P99999999999D")]
    [TestCase("P4294967295D")]
    [TestCase("1.00:00:00")]
    public void What_is_no_length_of_time_is_refused(string text) => Assert.That(IsoDuration.TryParse(Encoding.UTF8.GetBytes(text), out _), Is.False);

    [TestCase("0", 1, 0, ExpectedResult = true)]
    [TestCase("-0.00", 1, 0, ExpectedResult = true)]
    [TestCase("9", 1, 0, ExpectedResult = true)]
    [TestCase("10", 1, 0, ExpectedResult = false)]
    [TestCase("0.1", 1, 0, ExpectedResult = false)]
    [TestCase("1.50", 2, 1, ExpectedResult = true)]
    [TestCase("1.51", 2, 1, ExpectedResult = false)]
    [TestCase("1e2", 3, 0, ExpectedResult = true)]
    [TestCase("1E+3", 3, 0, ExpectedResult = false)]
    [TestCase("15e-1", 2, 1, ExpectedResult = true)]
    [TestCase("0.05", 2, 2, ExpectedResult = true)]
    [TestCase("0.005", 2, 2, ExpectedResult = false)]
    [TestCase("1e99999999999", 10, 2, ExpectedResult = false)]
    [TestCase("9999999999.99", 12, 2, ExpectedResult = true)]
    [TestCase("1.0000000000000000000000000000000000001", 12, 2, ExpectedResult = false)]
    public bool Decimals_are_counted_as_they_are_written(string number, int precision, int scale) => DecimalText.Fits(Encoding.UTF8.GetBytes(number), precision, scale);

    [TestCase("a@b.example", ExpectedResult = true)]
    [TestCase("a.b+c@d-e.example", ExpectedResult = true)]
    [TestCase("a@localhost", ExpectedResult = true)]
    [TestCase("a@@b.example", ExpectedResult = false)]
    [TestCase("a@b@c.example", ExpectedResult = false)]
    [TestCase("a@", ExpectedResult = false)]
    [TestCase("a@b .example", ExpectedResult = false)]
    [TestCase("a\r\nBcc: x@b.example", ExpectedResult = false)]
    [TestCase("a@[127.0.0.1]", ExpectedResult = false)]
    public bool An_email_has_one_at_sign_and_a_host(string text) => TextFormats.IsEmail(text);

    [TestCase("https://a.example/b?c=d#e", ExpectedResult = true)]
    [TestCase("HTTP://A.example", ExpectedResult = true)]
    [TestCase("ftp://a.example", ExpectedResult = false)]
    [TestCase("file:///etc/passwd", ExpectedResult = false)]
    [TestCase("javascript:alert(1)", ExpectedResult = false)]
    [TestCase("https://a.example/ b", ExpectedResult = false)]
    [TestCase("https:///a", ExpectedResult = false)]
    [TestCase("/a", ExpectedResult = false)]
    public bool A_url_is_absolute_and_http(string text) => TextFormats.IsUrl(text);

    [Test]
    public void A_connection_string_is_hardened()
    {
        var hardened = new Npgsql.NpgsqlConnectionStringBuilder(AppConnections.Harden("Host=h;Username=u;Include Error Detail=true"));

        Assert.That((hardened.NoResetOnClose, hardened.MaxAutoPrepare, hardened.AutoPrepareMinUsages, hardened.IncludeErrorDetail), Is.EqualTo((true, 256, 2, false)));
    }
}
