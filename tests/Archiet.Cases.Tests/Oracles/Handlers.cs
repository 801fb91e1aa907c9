using System.Text;
using Archiet.Model;

namespace Archiet.Cases.Tests;

/// <summary>The halves of operations' classes that users write, as short as they can be: an app whose operations have no handler does not compile.</summary>
internal static class Handlers
{
    public static string Of(AppModel app)
    {
        if (app.Operations.Count == 0)
        {
            return "";
        }
        var source = new StringBuilder("namespace ").Append(app.OperationsNamespace).Append(";\n");
        foreach (var operation in app.Operations)
        {
            var result = "global::System.Threading.Tasks.ValueTask" + (operation.Output.IsEmpty ? "" : "<Output>");
            var input = operation.Input.IsEmpty ? "" : "Input input, ";
            source.Append("public sealed partial class @").Append(operation.ClassName).Append("\n{\n    public partial ").Append(result).Append(" RunAsync(").Append(input)
                .Append("global::Archiet.Caller caller, global::System.Threading.CancellationToken cancel) => throw new global::Archiet.OperationRefused(\"no\", \"No.\");\n}\n");
        }
        return source.ToString();
    }
}
