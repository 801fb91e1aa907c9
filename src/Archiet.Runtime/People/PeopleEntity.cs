using System.Buffers;
using System.Text.Json;
using System.Text.Json.Nodes;
using Npgsql;

namespace Archiet;

/// <summary>The tenant entity or the member entity, as provisioning needs it: what it makes passes the entity's own reading and checks.</summary>
internal abstract class PeopleEntity(EntityTable table, string example)
{
    public EntityTable Table { get; } = table;

    /// <summary>A JSON object with the examples of the required fields.</summary>
    public string Example { get; } = example;

    /// <summary>The inserts of a row from JSON and of the rows that it owns; what is wrong with them becomes findings.</summary>
    public abstract IEnumerable<NpgsqlBatchCommand> Insert(Guid tenant, Guid id, ReadOnlyMemory<byte> json, Findings findings);

    /// <summary>Whether the entity itself would take a row; the database is not asked.</summary>
    public bool Takes(JsonObject row, TimeProvider clock)
    {
        var findings = new Findings(clock);
        Insert(Guid.Empty, Guid.Empty, JsonSerializer.SerializeToUtf8Bytes(row, PeopleJson.Default.JsonObject), findings);
        return !findings.Any;
    }

    /// <summary>A refusal of the database as findings; false for what is no constraint of this table.</summary>
    public bool Explain(PostgresException refusal, Findings findings)
    {
        var constraint = Table.Constraints.FirstOrDefault(constraint => constraint.Name == refusal.ConstraintName && Table.Table == refusal.TableName);
        if (constraint is not null)
        {
            findings.Add(Table, constraint.Fields, constraint.Code, constraint.Message);
        }
        return constraint is not null;
    }
}

/// <inheritdoc/>
internal sealed class PeopleEntity<T>(string example) : PeopleEntity(T.Table, example)
    where T : class, IEntity<T>
{
    public override IEnumerable<NpgsqlBatchCommand> Insert(Guid tenant, Guid id, ReadOnlyMemory<byte> json, Findings findings)
    {
        var it = T.Blank(id);
        try
        {
            FieldReader.Fill(new ReadOnlySequence<byte>(json), it, isNew: true, FieldSet.All, findings);
        }
        catch (JsonException broken)
        {
            findings.Add("", "malformed", broken.Message);
        }
        if (!findings.Any)
        {
            T.Validate(it, FieldSet.All, findings);
        }
        var nobody = new Caller("", Guid.Empty, tenant, Member: null, Roles: 0);
        using var batch = new NpgsqlBatch();
        T.Bind(it, TenantBatch.Add(batch, nobody, T.Table.Insert).Id(id));
        foreach (var children in T.Table.Children)
        {
            if (!findings.Any)
            {
                children.Validate(it, findings);
            }
            children.Insert(batch, nobody, it, id);
        }
        return [.. batch.BatchCommands.Cast<NpgsqlBatchCommand>()];
    }
}

/// <summary>Picks the tenant entity and the member entity out of an app's entities.</summary>
internal sealed class PeopleMap : EntityMap
{
    public PeopleEntity? Tenants { get; private set; }

    public PeopleEntity? Members { get; private set; }

    public static PeopleMap Of<TApp>()
        where TApp : IArchietApp<TApp>
    {
        var map = new PeopleMap();
        TApp.Describe(map);
        return map;
    }

    public override EntityMap Entity<T>() => this;

    public override EntityMap Owned<T>() => this;

    public override EntityMap Tenant<T>(string example)
    {
        Tenants = new PeopleEntity<T>(example);
        return this;
    }

    public override EntityMap Member<T>(string example)
    {
        Members = new PeopleEntity<T>(example);
        return this;
    }
}
