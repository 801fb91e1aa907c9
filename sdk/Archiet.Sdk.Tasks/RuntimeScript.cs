using System.Globalization;
using System.Text;
using Archiet.Emit;

namespace Archiet.Sdk.Tasks;

/// <summary>The runtime's own schema as a script for psql, run before those of the migrations. It does what a database lacks of it, and nothing in one that has it all.</summary>
internal static class RuntimeScript
{
    private const string Id = "00000000000000_archiet";

    /// <summary>The script for an app.</summary>
    public static MigrationScript Of(RoleNames roles)
    {
        var text = new StringBuilder(ScriptFrame.Begin(Id, roles.Owner, lockTimeout: "2s"))
            .Append("BEGIN;\n").Append(RuntimeScripts.Beginning.ReplaceLineEndings("\n")).Append('\n')
            .Append("SELECT coalesce(max(version), 0) AS runtime_version FROM archiet.runtime \\gset\n");
        for (var version = 1; version <= RuntimeScripts.Version; version++)
        {
            text.Append(CultureInfo.InvariantCulture, $"SELECT :runtime_version < {version} AS lacking \\gset\n\\if :lacking\n")
                .Append(RuntimeScripts.Text(version, roles).ReplaceLineEndings("\n").TrimEnd('\n')).Append('\n')
                .Append(CultureInfo.InvariantCulture, $"INSERT INTO archiet.runtime (version) VALUES ({version});\n\\endif\n");
        }
        return new(Id + ".sql", text.Append("COMMIT;\n").Append(ScriptFrame.End).ToString());
    }
}
