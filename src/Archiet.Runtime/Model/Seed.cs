using System.Security.Cryptography;
using System.Text;

namespace Archiet;

/// <summary>Rows that every tenant has, as a statement that makes those of them that are not there. $1 tenant.</summary>
/// <param name="Rank">Statements of lower ranks come before: the rows of this one may refer to theirs.</param>
/// <param name="Sql">The statement.</param>
public sealed record Seed(int Rank, string Sql);

/// <summary>The ids of seed rows: the same in a tenant for ever, and another one in each.</summary>
public static class SeedId
{
    private const int Length = 16;

    /// <summary>The id of a row: a uuid of version 8, from SHA-256. The database has the same rule as <c>archiet.seed_id</c>.</summary>
    /// <param name="tenant">The tenant.</param>
    /// <param name="entity">The entity's name in the genome.</param>
    /// <param name="key">The row's key in the genome.</param>
    public static Guid Of(Guid tenant, string entity, string key)
    {
        var hash = SHA256.HashData([.. tenant.ToByteArray(bigEndian: true), .. Encoding.UTF8.GetBytes($"{entity}/{key}")]);
        hash[6] = (byte)((hash[6] & 0x0F) | 0x80);
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return new Guid(hash.AsSpan(0, Length), bigEndian: true);
    }
}
