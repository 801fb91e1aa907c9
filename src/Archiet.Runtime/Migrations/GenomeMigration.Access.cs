using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace Archiet;

/// <summary>What lists and soft delete need of the database.</summary>
public abstract partial class GenomeMigration
{
    /// <summary>Makes an index whose columns differ in their direction.</summary>
    protected static void OrderIndex(MigrationBuilder migration, string table, string name, bool unique, bool[] descending, params string[] columns)
    {
        ArgumentNullException.ThrowIfNull(migration);
        migration.Operations.Add(new CreateIndexOperation { Name = name, Table = table, Columns = columns, IsUnique = unique, IsDescending = descending });
    }

    /// <summary>
    /// A reference that leads to no row that is marked as deleted when it is made, refused as if the row were gone. The row that it leads to is locked against a mark
    /// until the transaction ends, as the foreign key locks it against removal.
    /// </summary>
    /// <param name="foreignKey">The foreign key, whose name a refusal carries.</param>
    /// <param name="column">The column of the reference.</param>
    /// <param name="principal">The table that it leads to.</param>
    protected static string Live(string foreignKey, string column, string principal) => $"""
            IF NEW."{column}" IS NOT NULL AND (TG_OP = 'INSERT' OR {Changed([column])}) THEN
                PERFORM FROM "{principal}" WHERE "tenant_id" = NEW."tenant_id" AND "id" = NEW."{column}" AND "deleted_at" IS NULL FOR SHARE;
                IF NOT FOUND THEN
                    RAISE EXCEPTION 'a row of "%" refers to a deleted row', TG_TABLE_NAME
                        USING ERRCODE = 'foreign_key_violation', TABLE = TG_TABLE_NAME, SCHEMA = TG_TABLE_SCHEMA, CONSTRAINT = {SqlName.Literal(foreignKey)};
                END IF;
            END IF;
        """;
}
