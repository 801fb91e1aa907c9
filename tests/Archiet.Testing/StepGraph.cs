using System.Collections.Concurrent;
using System.Reflection;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Archiet.Testing;

/// <summary>
/// Walks everything that a step's output reaches. A symbol, a syntax node or a compilation in it would keep old compilations in memory and defeat caching;
/// so would a place or a text of a file, which changes with every edit above it. Derived types are found too: the check is <c>is</c>, not type equality.
/// </summary>
internal sealed class StepGraph
{
    private static readonly ConcurrentDictionary<Type, FieldInfo[]> Fields = new();

    private readonly HashSet<object> seen = new(ReferenceEqualityComparer.Instance);

    /// <summary>The path of types to the first object that has no business in a step, or null.</summary>
    public string? FindLeak(object? root)
    {
        var left = new Stack<(object Value, string Path)>();
        Push(left, root, "");
        while (left.TryPop(out var item))
        {
            var path = $"{item.Path}/{item.Value.GetType().Name}";
            if (item.Value is ISymbol or SyntaxNode or SyntaxTree or Compilation or SemanticModel or Location or AdditionalText or SourceText)
            {
                return path;
            }
            if (item.Value is Array array)
            {
                foreach (var element in array)
                {
                    Push(left, element, path);
                }
                continue;
            }
            foreach (var field in Fields.GetOrAdd(item.Value.GetType(), FieldsOf))
            {
                Push(left, field.GetValue(item.Value), path);
            }
        }
        return null;
    }

    private void Push(Stack<(object Value, string Path)> left, object? value, string path)
    {
        // Texts lead nowhere, and are looked at character by character otherwise.
        if (value is null or string or StringBuilder or Delegate or Type || IsPlain(value.GetType()) || value.GetType().GetElementType()?.IsPrimitive == true || (!value.GetType().IsValueType && !seen.Add(value)))
        {
            return;
        }
        left.Push((value, path));
    }

    private static bool IsPlain(Type type) => type.IsPrimitive || type.IsEnum || type.IsPointer;

    /// <summary>Every instance field whose value could lead on to an object: private ones and those of base types included.</summary>
    private static FieldInfo[] FieldsOf(Type type)
    {
        var fields = new List<FieldInfo>();
        for (var level = type; level is not null && level != typeof(object); level = level.BaseType)
        {
            fields.AddRange(level.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly)
                .Where(field => !IsPlain(field.FieldType) && field.FieldType != typeof(string)));
        }
        return [.. fields];
    }
}
