using System.Globalization;
using System.Text;

namespace Archiet;

/// <summary>
/// Which passwords are taken: long ones that are not common, not a pattern, and not made of words that everyone knows about the account. Nothing is said about
/// kinds of characters, and nothing is cut off.
/// </summary>
internal static class PasswordRules
{
    /// <summary>Least number of characters.</summary>
    public const int MinLength = 15;

    /// <summary>Greatest number of characters.</summary>
    public const int MaxLength = 256;

    private const int MinOwnCharacters = 8;
    private const int MinContextWord = 4;

    private static readonly HashSet<string> Common = Read();
    private static readonly string[] Runs = ["01234567890123456789", "abcdefghijklmnopqrstuvwxyz", "qwertyuiopasdfghjklzxcvbnm", "qwertzuiopasdfghjklyxcvbnm"];

    /// <summary>Why a password is refused, as a code and a sentence; null when it is taken.</summary>
    /// <param name="password">The password.</param>
    /// <param name="context">Names that anyone would guess with: the address, the tenant, the product.</param>
    public static (string Code, string Message)? Refuse(string password, params IEnumerable<string> context)
    {
        if (!password.IsNormalizable())
        {
            return ("text", "The password has a character that is none.");
        }
        var normal = password.Normalize(NormalizationForm.FormKC);
        var length = normal.EnumerateRunes().Count();
        if (length < MinLength || length > MaxLength)
        {
            return ("length", string.Create(CultureInfo.InvariantCulture, $"A password has {MinLength} to {MaxLength} characters."));
        }
        var lower = normal.ToLowerInvariant();
        if (Common.Contains(lower) || Common.Contains(lower.TrimEnd('0', '1', '2', '3', '4', '5', '6', '7', '8', '9', '!', '.', '?')) || IsRepetition(lower) || IsRun(lower))
        {
            return ("common", "This password is among the first that are guessed.");
        }
        return OwnCharacters(lower, context) < MinOwnCharacters ? ("guessable", "A password is not made of the names of its account, tenant or product.") : null;
    }

    /// <summary>Whether the text is one piece over and over: <c>aaaa</c>, <c>passwordpassword</c>, also when the last piece is cut.</summary>
    private static bool IsRepetition(string text)
    {
        for (var period = 1; period <= text.Length / 2; period++)
        {
            if (text.AsSpan(period).SequenceEqual(text.AsSpan(0, text.Length - period)))
            {
                return true;
            }
        }
        return false;
    }

    private static bool IsRun(string text)
    {
        var backwards = new string([.. text.Reverse()]);
        return Runs.Any(run => run.Contains(text, StringComparison.Ordinal) || run.Contains(backwards, StringComparison.Ordinal));
    }

    private static int OwnCharacters(string text, IEnumerable<string> context)
    {
        var words = context.SelectMany(name => name.ToLowerInvariant().Split(['@', '.', '-', '_', '+', ' '], StringSplitOptions.RemoveEmptyEntries));
        foreach (var word in words.Where(word => word.Length >= MinContextWord).OrderByDescending(word => word.Length))
        {
            text = text.Replace(word, "", StringComparison.Ordinal);
        }
        return text.EnumerateRunes().Count();
    }

    private static HashSet<string> Read()
    {
        using var stream = typeof(PasswordRules).Assembly.GetManifestResourceStream("Archiet.CommonPasswords.txt")
            ?? throw new InvalidOperationException("The list of common passwords is missing from the assembly.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return [.. reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];
    }
}
