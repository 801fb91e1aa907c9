using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace Archiet.Schema.Tests.Oracle;

/// <summary>Entity Framework's opinion of the same schemas. Its entities and properties are called by keys, so that it need not guess what is renamed either.</summary>
internal static class EntityFramework
{
    private static readonly AnyContext Context = new(new DbContextOptionsBuilder<AnyContext>().UseNpgsql("Host=none").Options);

    /// <summary>What leads from one schema to another; from nothing where there is none before.</summary>
    public static IReadOnlyList<MigrationOperation> Differences(KeyedState? before, KeyedState after) =>
        Context.GetService<IMigrationsModelDiffer>().GetDifferences(before is null ? null : Relational(before), Relational(after));

    /// <summary>The statements that make a schema from nothing.</summary>
    public static IEnumerable<string> Creates(KeyedState state) =>
        Context.GetService<IMigrationsSqlGenerator>().Generate(Differences(null, state), Finished(state)).Select(static command => command.CommandText);

    private static IRelationalModel Relational(KeyedState state) => Finished(state).GetRelationalModel();

    private static IModel Finished(KeyedState state) =>
        Context.GetService<IModelRuntimeInitializer>().Initialize((IModel)Model(state).Model, designTime: true, validationLogger: null);

    private static ModelBuilder Model(KeyedState state)
    {
        var model = new ModelBuilder();
        model.HasAnnotation("ProductVersion", ProductInfo.GetVersion());
        foreach (var table in state.State.Tables)
        {
            model.Entity(state.Key(table.Name), entity =>
            {
                entity.ToTable(table.Name, builder =>
                {
                    foreach (var check in table.Checks)
                    {
                        builder.HasCheckConstraint(check.Name, check.Sql);
                    }
                });
                foreach (var column in table.Columns)
                {
                    Column(entity.Property(Clr(column), state.Key(table.Name, column.Name)), column);
                }
                entity.HasKey(Keys(table.Key.Count > 0 ? table.Key : ["tenant_id", "id"])).HasName(table.PrimaryKey);
                foreach (var index in table.Indexes)
                {
                    var made = entity.HasIndex(Keys(index.Columns), index.Name).IsUnique(index.Unique).HasDatabaseName(index.Name).HasFilter(index.Where);
                    if (index.Descending.Count > 0)
                    {
                        made.IsDescending([.. index.Descending]);
                    }
                }
            });

            string[] Keys(IEnumerable<string> columns) => [.. columns.Select(column => state.Key(table.Name, column))];
        }
        foreach (var (table, key) in state.State.Tables.SelectMany(static table => table.ForeignKeys.Select(key => (table, key))))
        {
            var column = table.Columns.First(column => column.Name == key.Column);
            model.Entity(state.Key(table.Name)).HasOne(state.Key(key.PrincipalTable), null).WithMany()
                .HasForeignKey("tenant_id", state.Key(table.Name, key.Column)).HasPrincipalKey("tenant_id", "id").IsRequired(!column.Nullable).HasConstraintName(key.Name)
                .OnDelete(key.OnDelete switch { DeleteAction.Cascade => DeleteBehavior.Cascade, DeleteAction.SetNull => DeleteBehavior.ClientNoAction, _ => DeleteBehavior.Restrict });
        }
        return model;
    }

    private static void Column(Microsoft.EntityFrameworkCore.Metadata.Builders.PropertyBuilder property, ColumnModel column)
    {
        property.HasColumnName(column.Name).HasColumnType(column.StoreType).IsRequired(!column.Nullable);
        if (column.Name == "tenant_id")
        {
            // The tenant is in the key and in every reference: without a converter Entity Framework may see a circle.
            property.HasConversion<Guid>().ValueGeneratedNever();
        }
        if (column.Default is { } value)
        {
            property.HasDefaultValueSql(value).ValueGeneratedNever();
        }
        if (column.Computed is { } computed)
        {
            property.HasComputedColumnSql(computed, stored: true);
        }
    }

    private static Type Clr(ColumnModel column)
    {
        var type = TypeChanges.Base(column.StoreType) switch
        {
            "uuid" => typeof(Guid),
            "boolean" => typeof(bool),
            "integer" => typeof(int),
            "bigint" => typeof(long),
            "numeric" => typeof(decimal),
            "date" => typeof(DateOnly),
            "time without time zone" => typeof(TimeOnly),
            "timestamp with time zone" => typeof(DateTimeOffset),
            "interval" => typeof(TimeSpan),
            "jsonb" => typeof(JsonElement),
            "bytea" => typeof(byte[]),
            _ => typeof(string),
        };
        return column.Nullable && type.IsValueType ? typeof(Nullable<>).MakeGenericType(type) : type;
    }

    private sealed class AnyContext(DbContextOptions<AnyContext> options) : DbContext(options);
}
