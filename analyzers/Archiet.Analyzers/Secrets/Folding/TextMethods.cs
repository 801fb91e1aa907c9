using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Archiet.Analyzers.Secrets;

/// <summary>Methods of the framework that make a text, or its bytes, of other texts, and what they make of constants.</summary>
internal static class TextMethods
{
    private static readonly string Hole = ConstantText.Hole.ToString();

    /// <summary>Whether a method is one of them.</summary>
    public static bool Knows(IMethodSymbol method) => method.Name switch
    {
        "Concat" or "Join" or "Format" or "Replace" or "Trim" or "ToCharArray" => method.ContainingType?.SpecialType == SpecialType.System_String,
        "ToString" => method.ContainingType is { Name: "StringBuilder" },
        "FromBase64String" or "FromHexString" or "ToBase64String" => method.ContainingType is { Name: "Convert" },
        "GetBytes" or "GetString" => method.ContainingType is { Name: "Encoding" or "UTF8Encoding" or "ASCIIEncoding" or "UnicodeEncoding" },
        "ToArray" => method.ContainingType is { Name: "ReadOnlySpan" or "Span" or "Enumerable" },
        _ => false,
    };

    /// <summary>What a call makes; null when too little of it is constant.</summary>
    public static string? Call(IInvocationOperation call, int depth)
    {
        if (!Knows(call.TargetMethod))
        {
            return null;
        }
        return call.TargetMethod.Name switch
        {
            "Concat" => Pieces(call, 0, depth) is { } pieces ? string.Concat(pieces) : null,
            "Join" => Join(call, depth),
            "Format" => Format(call, depth),
            "Replace" => Replace(call, depth),
            "Trim" => ComputedText.ValueOf(call.Instance, depth)?.Trim(),
            "ToString" => Built(call.Instance, depth),
            "FromBase64String" => ComputedText.ValueOf(FirstArgument(call), depth) is { } text ? FromBase64(text) : null,
            "FromHexString" => ComputedText.ValueOf(FirstArgument(call), depth) is { } text ? FromHex(text) : null,
            "ToBase64String" => ComputedText.ValueOf(FirstArgument(call), depth) is { } text && text.IndexOf(ConstantText.Hole) < 0 ? Convert.ToBase64String(Bytes(text)) : null,
            "ToCharArray" => ComputedText.ValueOf(call.Instance, depth),
            "ToArray" => ComputedText.ValueOf(call.Instance ?? FirstArgument(call), depth),
            _ => ComputedText.ValueOf(FirstArgument(call), depth),
        };
    }

    private static IOperation? FirstArgument(IInvocationOperation call) => call.Arguments.Length > 0 ? call.Arguments[0].Value : null;

    private static string? Join(IInvocationOperation call, int depth) =>
        ComputedText.ValueOf(FirstArgument(call), depth) is { } separator && Pieces(call, 1, depth) is { } pieces ? string.Join(separator, pieces) : null;

    private static string? Replace(IInvocationOperation call, int depth) =>
        ComputedText.ValueOf(call.Instance, depth) is { } text
        && call.Arguments.Length >= 2
        && ComputedText.ValueOf(call.Arguments[0].Value, depth) is { Length: > 0 } old
        && ComputedText.ValueOf(call.Arguments[1].Value, depth) is { } replacement ? text.Replace(old, replacement) : null;

    private static string? Format(IInvocationOperation call, int depth)
    {
        var first = call.Arguments.Length > 0 && call.Arguments[0].Value.Type?.SpecialType == SpecialType.System_String ? 0 : 1;
        if (call.Arguments.Length <= first || ComputedText.ValueOf(call.Arguments[first].Value, depth) is not { } format || Pieces(call, first + 1, depth) is not { } pieces)
        {
            return null;
        }
        try
        {
            return string.Format(CultureInfo.InvariantCulture, format, [.. pieces]);
        }
        catch (FormatException)
        {
            return null;
        }
    }

    /// <summary>The texts of the arguments from one on, where an array stands for its elements; null when none of them is known.</summary>
    private static List<string>? Pieces(IInvocationOperation call, int from, int depth)
    {
        var pieces = new List<string>();
        var known = false;
        foreach (var argument in call.Arguments.Skip(from))
        {
            foreach (var value in Elements(argument.Value))
            {
                var text = ComputedText.ValueOf(value, depth);
                known |= text is not null;
                pieces.Add(text ?? Hole);
            }
        }
        return known ? pieces : null;
    }

    private static ImmutableArray<IOperation> Elements(IOperation value)
    {
        while (value is IConversionOperation conversion)
        {
            value = conversion.Operand;
        }
        return value switch
        {
            IArrayCreationOperation { Initializer: { } initializer } => initializer.ElementValues,
            ICollectionExpressionOperation collection => collection.Elements,
            _ => [value],
        };
    }

    /// <summary>A chain of Append from a new builder.</summary>
    private static string? Built(IOperation? builder, int depth)
    {
        var pieces = new Stack<string>();
        for (; builder is IInvocationOperation { TargetMethod: { Name: "Append", ContainingType.Name: "StringBuilder" } } append; builder = append.Instance)
        {
            pieces.Push((append.Arguments.Length == 1 ? ComputedText.ValueOf(append.Arguments[0].Value, depth) : null) ?? Hole);
        }
        return builder is IObjectCreationOperation { Type.Name: "StringBuilder" } creation
            ? string.Concat(pieces.Prepend(creation.Arguments.Length > 0 && creation.Arguments[0].Value.Type?.SpecialType == SpecialType.System_String
                ? ComputedText.ValueOf(creation.Arguments[0].Value, depth) ?? Hole
                : ""))
            : null;
    }

    private static string? FromBase64(string text)
    {
        try
        {
            return Read(Convert.FromBase64String(text));
        }
        catch (FormatException)
        {
            return null;
        }
    }

    private static string? FromHex(string text)
    {
        if (text.Length % 2 != 0 || !text.All(CharClass.Named('h').Has))
        {
            return null;
        }
        var bytes = new byte[text.Length / 2];
        for (var i = 0; i < bytes.Length; i++)
        {
            bytes[i] = byte.Parse(text.Substring(i * 2, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
        }
        return Read(bytes);
    }

    /// <summary>Bytes as characters of the same numbers: what is ASCII reads as text, and what is not stays what it was.</summary>
    private static string Read(byte[] bytes) => new([.. bytes.Select(value => (char)value)]);

    private static byte[] Bytes(string text) => text.All(letter => letter <= byte.MaxValue) ? [.. text.Select(letter => (byte)letter)] : Encoding.UTF8.GetBytes(text);
}
