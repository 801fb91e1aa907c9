namespace Archiet;

/// <summary>The numbered scripts of the runtime's own schema. The SDK's tasks link this file and the scripts: what an app runs at start and what people run by hand is the same.</summary>
internal static class RuntimeScripts
{
    /// <summary>The number of the newest script.</summary>
    public const int Version = 9;

    /// <summary>What comes before all of them: where it is noted which were run. Run again, it does nothing.</summary>
    public const string Beginning =
        """
        CREATE SCHEMA IF NOT EXISTS archiet;
        CREATE TABLE IF NOT EXISTS archiet.runtime (version integer CONSTRAINT pk_runtime PRIMARY KEY, applied_at timestamptz NOT NULL DEFAULT now());
        """;

    /// <summary>A script, with an app's roles in it.</summary>
    public static string Text(int version, RoleNames roles)
    {
        var name = $"Archiet.Migrations.RuntimeSchema.{version:0000}.sql";
        using var stream = typeof(RuntimeScripts).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"{name} is missing from the assembly.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd()
            .Replace("{app}", SqlName.Quote(roles.App), StringComparison.Ordinal)
            .Replace("{provisioner}", SqlName.Quote(roles.Provisioner), StringComparison.Ordinal)
            .Replace("{login}", SqlName.Quote(roles.Login), StringComparison.Ordinal)
            .Replace("{auditor}", SqlName.Quote(roles.Auditor), StringComparison.Ordinal);
    }
}
