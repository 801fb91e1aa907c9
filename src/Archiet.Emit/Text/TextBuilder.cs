using System.Runtime.CompilerServices;
using System.Text;
using Archiet.Model;

namespace Archiet.Emit;

/// <summary>Builds an <see cref="EmittedText"/> from left to right, a page at a time: what is written is kept as small as a build of a large genome needs it.</summary>
internal sealed class TextBuilder
{
    private const int FirstPage = 64;
    private const int Growth = 4;

    private readonly List<Array> pages = [];
    private char[] page = new char[FirstPage];
    private int used;

    /// <summary>How many characters there are.</summary>
    public int Length => (pages.Count * EmittedText.PageSize) + used;

    /// <summary>Writes a character.</summary>
    public TextBuilder Append(char character)
    {
        if (used == page.Length)
        {
            Turn();
        }
        page[used++] = character;
        return this;
    }

    /// <summary>Writes a character several times.</summary>
    [MethodImpl(CompileOptions.AtOnce)]
    public TextBuilder Append(char character, int count)
    {
        for (var at = 0; at < count; at++)
        {
            Append(character);
        }
        return this;
    }

    /// <summary>Writes a text.</summary>
    public TextBuilder Append(string text) => Append(text, 0, text.Length);

    /// <summary>Writes a part of a text.</summary>
    [MethodImpl(CompileOptions.AtOnce)]
    public TextBuilder Append(string text, int start, int count)
    {
        while (count > 0)
        {
            if (used == page.Length)
            {
                Turn();
            }
            var fits = Math.Min(count, page.Length - used);
            text.CopyTo(start, page, used, fits);
            (used, start, count) = (used + fits, start + fits, count - fits);
        }
        return this;
    }

    /// <summary>Writes a text as a literal of C# and JSON.</summary>
    public TextBuilder Literal(string value) => JsonLiteral.IsPlain(value) ? Append('"').Append(value).Append('"') : Append(JsonLiteral.Text(value));

    /// <summary>What is written; nothing is written any more.</summary>
    public EmittedText ToText() => new([.. pages, Packed()], Length);

    private void Turn()
    {
        if (page.Length < EmittedText.PageSize)
        {
            Array.Resize(ref page, Math.Min(page.Length * Growth, EmittedText.PageSize));
            return;
        }
        pages.Add(Packed());
        used = 0;
    }

    /// <summary>The page as bytes where it is ASCII, as nearly every page is, else as characters.</summary>
    private Array Packed()
    {
        if (Encoding.UTF8.GetByteCount(page, 0, used) == used)
        {
            return Encoding.UTF8.GetBytes(page, 0, used);
        }
        var packed = new char[used];
        Array.Copy(page, packed, used);
        return packed;
    }
}
