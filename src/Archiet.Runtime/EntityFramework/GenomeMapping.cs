using System.ComponentModel;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Archiet;

/// <summary>
/// What an emitted <c>Map</c> says to Entity Framework, one plain call a thing: the builders' own chains cost the compiler a multiple in overload resolution, for
/// every reference and index of every entity.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class GenomeMapping
{
    /// <summary>Names the key (tenant_id, id).</summary>
    public static void Key(this EntityTypeBuilder entity, string name)
    {
        ArgumentNullException.ThrowIfNull(entity);
        entity.HasKey(EntityModel.TenantId, EntityModel.Id).HasName(name);
    }

    /// <summary>Converts an enum or a named type to the text that is stored.</summary>
    public static void Converted(this EntityTypeBuilder entity, string member, Type converter)
    {
        ArgumentNullException.ThrowIfNull(entity);
        entity.Property(member).HasConversion(converter);
    }

    /// <summary>Maps a reference to a row of the same tenant.</summary>
    public static void Reference(this EntityTypeBuilder entity, Type target, string navigation, string member, bool required, OnDelete onDelete, string foreignKey)
    {
        ArgumentNullException.ThrowIfNull(entity);

        // Entity Framework's own SET NULL would null the tenant as well: the database does it alone.
        var behaviour = onDelete switch
        {
            OnDelete.Cascade => DeleteBehavior.Cascade,
            OnDelete.SetNull => DeleteBehavior.ClientNoAction,
            _ => DeleteBehavior.Restrict,
        };
        entity.HasOne(target, navigation).WithMany().HasForeignKey(EntityModel.TenantId, member).IsRequired(required).OnDelete(behaviour).HasConstraintName(foreignKey);
    }

    /// <summary>Maps an index.</summary>
    public static void Index(this EntityTypeBuilder entity, string name, bool unique, params string[] members)
    {
        ArgumentNullException.ThrowIfNull(entity);
        entity.HasIndex(members, name).IsUnique(unique);
    }

    /// <summary>Maps an index over some of the rows.</summary>
    public static void PartialIndex(this EntityTypeBuilder entity, string name, bool unique, string where, params string[] members)
    {
        ArgumentNullException.ThrowIfNull(entity);
        entity.HasIndex(members, name).IsUnique(unique).HasFilter(where);
    }

    /// <summary>Maps a column that the database works out from others of its row.</summary>
    public static void Computed(this EntityTypeBuilder entity, string member, string sql)
    {
        ArgumentNullException.ThrowIfNull(entity);
        entity.Property(member).HasComputedColumnSql(sql, stored: true);
    }

    /// <summary>
    /// Maps a default of the database. It is there for whoever leaves the column out, as the release before does; Entity Framework always sends what the object
    /// says, also where that is the type's own default.
    /// </summary>
    public static void Default(this EntityTypeBuilder entity, string member, string sql)
    {
        ArgumentNullException.ThrowIfNull(entity);
        entity.Property(member).HasDefaultValueSql(sql).ValueGeneratedNever();
    }

    /// <summary>Maps an index whose columns differ in their direction.</summary>
    public static void OrderIndex(this EntityTypeBuilder entity, string name, bool unique, bool[] descending, params string[] members)
    {
        ArgumentNullException.ThrowIfNull(entity);
        entity.HasIndex(members, name).IsUnique(unique).IsDescending(descending);
    }

    /// <summary>Maps the marks of a deleted row, so that queries pass over it and a removal sets them; without members nobody is noted.</summary>
    public static void SoftDeleted(this EntityTypeBuilder entity, Type? member = null, string? foreignKey = null)
    {
        ArgumentNullException.ThrowIfNull(entity);
        entity.HasAnnotation(EntityModel.SoftDeleted, true);
        entity.Property<DateTimeOffset?>(EntityModel.DeletedAt).HasColumnName("deleted_at").HasColumnType("timestamp with time zone");
        if (member is not null)
        {
            entity.Property<Guid?>(EntityModel.DeletedById).HasColumnName("deleted_by_id").HasColumnType("uuid");
            entity.HasOne(member, null).WithMany().HasForeignKey(EntityModel.TenantId, EntityModel.DeletedById).IsRequired(false)
                .OnDelete(DeleteBehavior.ClientNoAction).HasConstraintName(foreignKey);
        }
    }

    /// <summary>Maps a check.</summary>
    public static void Check(this EntityTypeBuilder entity, string name, string sql)
    {
        ArgumentNullException.ThrowIfNull(entity);
        entity.Metadata.AddCheckConstraint(name, sql);
    }

    /// <summary>Maps a value in the columns of its owner.</summary>
    public static ComplexPropertyBuilder Value(this EntityTypeBuilder entity, Type type, string member, bool required)
    {
        ArgumentNullException.ThrowIfNull(entity);
        return entity.ComplexProperty(type, member).IsRequired(required);
    }

    /// <summary>Maps a field of a value.</summary>
    public static void Column(
        this ComplexPropertyBuilder value, string member, string column, string type, bool required, Type? converter = null, int maxLength = 0, int precision = 0, int scale = 0)
    {
        ArgumentNullException.ThrowIfNull(value);
        var property = value.Property(member).HasColumnName(column).HasColumnType(type).IsRequired(required);
        if (converter is not null)
        {
            property.HasConversion(converter);
        }
        if (maxLength > 0)
        {
            property.HasMaxLength(maxLength);
        }
        if (precision > 0)
        {
            property.HasPrecision(precision, scale);
        }
    }
}
