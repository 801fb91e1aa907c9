using System.Text;

namespace Archiet.Model;

/// <summary>How the lines of a sealed file are spelled beside those of the schema.</summary>
internal static class SealedFormat
{
    public const string FirstLine = "archiet-schema 1", Hash = "sha256:";

    /// <summary>What header lines begin with, spaces included.</summary>
    public const string Id = "id     ", After = "after  ", State = "state  ", Step = "step   ";

    public const int KeyWidth = 7;

    private const string Approve = "approve ";
    private const int IdDigits = 14, HashDigits = 64;

    /// <summary>An approval as its line.</summary>
    public static string Of(SealedApproval approval) => new StringBuilder(Approve).Append(approval.Change).Append(':').Sql(approval.Reason).ToString();

    /// <summary>Reads the line of an approval.</summary>
    public static SealedApproval Approval(string line)
    {
        var colon = line.IndexOf(": ", StringComparison.Ordinal);
        if (colon <= Approve.Length)
        {
            throw new LineException(line.Length, "an approval says what, a colon and why");
        }
        return new SealedApproval(line.Substring(Approve.Length, colon - Approve.Length), new LineCursor(line, colon + 1).Sql());
    }

    /// <summary>Whether a text is the id of a migration.</summary>
    public static bool IsId(string id) =>
        id.Length > IdDigits + 1 && id[IdDigits] == '_' && id.Take(IdDigits).All(IsDigit) && id.Skip(IdDigits + 1).All(c => c == '_' || IsDigit(c) || c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z'));

    /// <summary>Reads an id.</summary>
    public static string ReadId(LineCursor cursor)
    {
        var begin = cursor.At;
        var id = cursor.Word("an id");
        return IsId(id) ? id : throw new LineException(begin, "an id is 14 digits, an underscore and a name of letters, digits and underscores");
    }

    /// <summary>Reads a hash.</summary>
    public static string ReadHash(LineCursor cursor, string before = " ")
    {
        cursor.Expect(before);
        var begin = cursor.At;
        cursor.Expect(Hash);
        var hash = cursor.Word("a hash");
        return hash.Length == HashDigits && hash.All(c => IsDigit(c) || c is >= 'a' and <= 'f') ? hash : throw new LineException(begin, "a hash is 'sha256:' and 64 digits in lower-case hex");
    }

    private static bool IsDigit(char c) => c is >= '0' and <= '9';
}
