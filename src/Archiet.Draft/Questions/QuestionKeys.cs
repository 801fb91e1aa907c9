using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Archiet.Draft.Questions;

/// <summary>Keys of questions: the same for the same question in a later draft, whatever its words.</summary>
public static class QuestionKeys
{
    /// <summary>The key of a question: its code in small letters, and eight hexadecimal digits.</summary>
    /// <param name="code">One of <see cref="QuestionCodes"/>.</param>
    /// <param name="about">The path that it is about, or nothing.</param>
    /// <param name="distinct">What tells it from others of its code at the same path: a word for its kind, hashes of sentences.</param>
    public static string Of(string code, string about, string distinct)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{code}\n{about}\n{distinct}"));
        return code.ToLowerInvariant() + string.Concat(hash.Take(4).Select(static part => part.ToString("x2", CultureInfo.InvariantCulture)));
    }
}
