using System.Security.Cryptography;
using System.Text;

namespace Archiet;

/// <summary>
/// The six roles of an app: the owner of its tables, whom nobody logs in as; the migrator, a member of the owner; the app, which has rows and no tables; the
/// provisioner, which has what the app has and makes tenants, accounts and memberships besides; the login, which signs people in and has no rows; the auditor, which reads the rows of one tenant at a time.
/// The same rule as the compiler's (<c>GenomeNames.SnakeCase</c>, <c>Naming.Identifier</c>), which writes the owner into the policies.
/// </summary>
internal sealed class RoleNames
{
    private const int IdentifierBytes = 63;
    private const int KeptBytes = 54;

    private const string OwnerSuffix = "_owner";

    /// <summary>Derives the names from the app's name in the genome.</summary>
    public RoleNames(string app)
    {
        Database = Snake(app);
        Owner = Identifier(Database + OwnerSuffix);
        Migrator = Identifier(Database + "_migrator");
        App = Identifier(Database + "_app");
        Provisioner = Identifier(Database + "_provisioner");
        Login = Identifier(Database + "_login");
        Auditor = Identifier(Database + "_auditor");
    }

    /// <summary>The names that go with an owner's, which is all that a sealed history has of them; null where it was too long and cut, and so does not tell the others.</summary>
    public static RoleNames? OfOwner(string owner) => owner.EndsWith(OwnerSuffix, StringComparison.Ordinal) ? new(owner[..^OwnerSuffix.Length]) : null;

    /// <summary>The app's database on the private cluster.</summary>
    public string Database { get; }

    /// <summary>Owns every table; no login.</summary>
    public string Owner { get; }

    /// <summary>Logs in to migrate.</summary>
    public string Migrator { get; }

    /// <summary>Serves requests.</summary>
    public string App { get; }

    /// <summary>Makes tenants, accounts and memberships.</summary>
    public string Provisioner { get; }

    /// <summary>Signs people in, and nothing else.</summary>
    public string Login { get; }

    /// <summary>Reads the tables of the model under their policies, and nothing else.</summary>
    public string Auditor { get; }

    /// <summary>What a database administrator runs once, as a member of no role of the app, before the first start.</summary>
    public IEnumerable<string> SetupStatements() => [.. RoleStatements(), DatabaseStatement];

    /// <summary>The one of them that makes the database, once its owner is there.</summary>
    public string DatabaseStatement => $"CREATE DATABASE {SqlName.Quote(Database)} OWNER {SqlName.Quote(Owner)}";

    /// <summary>The one of them that makes the role by which people sign in.</summary>
    public string LoginStatement => $"CREATE ROLE {SqlName.Quote(Login)} LOGIN";

    /// <summary>Those of them that make the roles.</summary>
    public IEnumerable<string> RoleStatements()
    {
        yield return $"CREATE ROLE {SqlName.Quote(Owner)} NOLOGIN";
        yield return $"CREATE ROLE {SqlName.Quote(Migrator)} LOGIN NOINHERIT IN ROLE {SqlName.Quote(Owner)}";
        yield return $"CREATE ROLE {SqlName.Quote(App)} LOGIN";
        yield return $"CREATE ROLE {SqlName.Quote(Provisioner)} LOGIN IN ROLE {SqlName.Quote(App)}";
        yield return LoginStatement;
        yield return $"CREATE ROLE {SqlName.Quote(Auditor)} LOGIN";
    }

    private static string Snake(string name)
    {
        var text = new StringBuilder(name.Length + 8);
        for (var at = 0; at < name.Length; at++)
        {
            if (at > 0 && StartsWord(name, at))
            {
                text.Append('_');
            }
            text.Append(char.ToLowerInvariant(name[at]));
        }
        return text.ToString();
    }

    private static bool StartsWord(string name, int at) =>
        char.IsUpper(name[at]) && (!char.IsUpper(name[at - 1]) || (at + 1 < name.Length && char.IsLower(name[at + 1])));

    private static string Identifier(string name)
    {
        if (Encoding.UTF8.GetByteCount(name) <= IdentifierBytes)
        {
            return name;
        }
        var kept = new StringBuilder();
        var bytes = 0;
        foreach (var rune in name.EnumerateRunes())
        {
            bytes += rune.Utf8SequenceLength;
            if (bytes > KeptBytes)
            {
                break;
            }
            kept.Append(rune);
        }
        return $"{kept}_{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(name)))[..8]}";
    }
}
