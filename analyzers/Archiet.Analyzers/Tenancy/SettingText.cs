using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Archiet.Analyzers.Tenancy;

/// <summary>Texts that touch what row security goes by: the settings of a session, the policies, the connection string that keeps settings.</summary>
internal static class SettingText
{
    private static readonly string[] Settings =
    [
        "app.tenant", "app.migrating", "row_security", "BYPASSRLS", "ROW LEVEL SECURITY", "SET ROLE", "SESSION AUTHORIZATION", "DROP POLICY", "ALTER POLICY", "CREATE POLICY",
    ];

    /// <summary>A quick look, at every text of the compilation.</summary>
    public static bool MayMatter(string text) => text.IndexOf("app.", StringComparison.Ordinal) >= 0
        || text.IndexOf("RESET ON", StringComparison.OrdinalIgnoreCase) >= 0
        || text.IndexOf("RESETON", StringComparison.OrdinalIgnoreCase) >= 0
        || text.IndexOf("SECURITY", StringComparison.OrdinalIgnoreCase) >= 0
        || text.IndexOf("RLS", StringComparison.OrdinalIgnoreCase) >= 0
        || text.IndexOf("POLICY", StringComparison.OrdinalIgnoreCase) >= 0
        || text.IndexOf("SET ROLE", StringComparison.OrdinalIgnoreCase) >= 0
        || text.IndexOf("AUTHORIZATION", StringComparison.OrdinalIgnoreCase) >= 0;

    /// <summary>Whether a connection string says <c>No Reset On Close=true</c>, in any of Npgsql's spellings.</summary>
    public static bool KeepsSettings(string text)
    {
        foreach (var part in text.Split(';'))
        {
            var equals = part.IndexOf('=');
            if (equals > 0
                && part.Substring(0, equals).Replace(" ", "").Equals("NoResetOnClose", StringComparison.OrdinalIgnoreCase)
                && part.Substring(equals + 1).Trim().ToUpperInvariant() is "TRUE" or "YES" or "ON" or "1")
            {
                return true;
            }
        }
        return false;
    }

    /// <summary>What a statement sets; null when it sets none of it.</summary>
    public static string? Sets(string text)
    {
        foreach (var setting in Settings)
        {
            if (text.IndexOf(setting, StringComparison.OrdinalIgnoreCase) >= 0)
            {
                return setting;
            }
        }
        return null;
    }

    /// <summary>Whether a text goes to the database: an argument of Entity Framework's or Npgsql's, or a command's text.</summary>
    public static bool IsSent(IOperation text)
    {
        for (var at = text.Parent; at is not null; at = at.Parent)
        {
            switch (at)
            {
                case IInvocationOperation call:
                    return TakesSql(call.TargetMethod);
                case IObjectCreationOperation { Constructor: { } constructor } when !constructor.ContainingType.Name.EndsWith("InterpolatedStringHandler", StringComparison.Ordinal):
                    return TakesSql(constructor);
                case ISimpleAssignmentOperation assignment:
                    return assignment.Target is IPropertyReferenceOperation { Property.Name: "CommandText" };
                case IBlockOperation:
                    return false;
            }
        }
        return false;
    }

    private static bool TakesSql(IMethodSymbol method) => method.ContainingAssembly?.Name is { } assembly
        && (assembly == "Npgsql" || assembly.StartsWith("Microsoft.EntityFrameworkCore", StringComparison.Ordinal) || assembly == "Dapper");
}
