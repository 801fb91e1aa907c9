using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Archiet;

/// <summary>Builds the Entity Framework model of an app from what its entities say of themselves.</summary>
public static class EntityModel
{
    internal const string TenantId = "TenantId", Id = "Id", Version = "Version", AccountId = "AccountId", DeletedAt = "DeletedAt", DeletedById = "DeletedById";
    internal const string OnCreate = "Archiet:OnCreate", OnUpdate = "Archiet:OnUpdate", Owner = "Archiet:Owner", SoftDeleted = "Archiet:SoftDeleted";

    /// <summary>States everything: tables, keys, columns, types, converters, references, indexes, checks. No conventions are needed, so a snapshot can call it.</summary>
    public static void Configure<TApp>(ModelBuilder model)
        where TApp : IArchietApp<TApp>
    {
        ArgumentNullException.ThrowIfNull(model);
        TApp.Describe(new ModelMap(model));
    }

    private sealed class ModelMap(ModelBuilder model) : EntityMap
    {
        public override EntityMap Entity<T>() => Map<T>(_ => { });

        public override EntityMap Owned<T>() => Map<T>(child =>
        {
            if (T.Table.Owned is { } owned)
            {
                child.Property<Guid>(owned.Member).HasColumnName(owned.Column).HasColumnType("uuid");
                child.HasAnnotation(Owner, owned.Member);
            }
        });

        public override EntityMap Tenant<T>(string example) => Entity<T>();

        public override EntityMap Member<T>(string example) =>
            Map<T>(member => member.Property<Guid?>(AccountId).HasColumnName("account_id").HasColumnType("uuid"));

        private ModelMap Map<T>(Action<EntityTypeBuilder<T>> extra)
            where T : class, IMapped<T>
        {
            var entity = model.Entity<T>();
            entity.ToTable(T.Table.Table);
            entity.Property<Guid>(TenantId).HasColumnName("tenant_id").HasColumnType("uuid").HasConversion<Guid>().ValueGeneratedNever();

            // Without a generator of its own a uuid in a key of two columns would stay empty.
            entity.Property<Guid>(Id).HasColumnName("id").HasColumnType("uuid").ValueGeneratedOnAdd();
            entity.Property<uint>(Version).HasColumnName("xmin").HasColumnType("xid").IsRowVersion();
            entity.HasKey(TenantId, Id);
            MapFields(entity, T.Table);
            extra(entity);
            T.Map(entity);
            MapChildren(entity, T.Table);
            MapLinks(entity, T.Table);
            IgnoreOthers(entity, T.Table);
            return this;
        }

        private static void MapFields<T>(EntityTypeBuilder<T> entity, EntityTable table)
            where T : class
        {
            var inValues = table.Groups.Aggregate(default(FieldSet), (set, group) => set | FieldSet.Range(group.First, group.Count));
            for (var at = 0; at < table.Fields.Count; at++)
            {
                if (!inValues.Has(at) && table.Fields[at].Expression is null)
                {
                    Map(entity.Property(table.Fields[at].Member), table.Fields[at]);
                }
            }
        }

        /// <summary>Owned rows go with their owner: Entity Framework saves and removes them as the database does.</summary>
        private static void MapChildren(EntityTypeBuilder owner, EntityTable table)
        {
            foreach (var children in table.Children)
            {
                var owned = children.Table.Owned ?? throw new InvalidOperationException($"{children.Table.Name} has no owner.");
                owner.HasMany(children.RowType, children.Member).WithOne(owned.Navigation).HasForeignKey(TenantId, owned.Member).IsRequired()
                    .OnDelete(DeleteBehavior.Cascade).HasConstraintName(owned.ForeignKey);
            }
        }

        /// <summary>
        /// The table of a link has no class of its own: two foreign keys that share the tenant are all of it. The way back is in no class either, and is named as the
        /// table: a name that Entity Framework makes up by itself may be that of a property.
        /// </summary>
        private static void MapLinks(EntityTypeBuilder owner, EntityTable table)
        {
            foreach (var link in table.Links)
            {
                owner.HasMany(link.TargetType, link.Member).WithMany(link.Table).UsingEntity(
                    link.Table,
                    links => End(links.HasOne(link.TargetType).WithMany(), link.Target),
                    links => End(links.HasOne(owner.Metadata.ClrType).WithMany(), link.Owner),
                    links =>
                    {
                        links.ToTable(link.Table);
                        links.Property<Guid>(TenantId).HasColumnName("tenant_id").HasColumnType("uuid").ValueGeneratedNever();
                        links.Property<Guid>(link.Owner.Column).HasColumnType("uuid");
                        links.Property<Guid>(link.Target.Column).HasColumnType("uuid");
                        links.HasKey(TenantId, link.Owner.Column, link.Target.Column).HasName(link.PrimaryKey);
                        links.HasIndex([TenantId, link.Target.Column], link.Index);
                    });
            }
        }

        private static ReferenceCollectionBuilder End(ReferenceCollectionBuilder reference, LinkEnd end) =>
            reference.HasForeignKey(TenantId, end.Column).IsRequired().OnDelete(DeleteBehavior.Cascade).HasConstraintName(end.ForeignKey);

        private static void Map(PropertyBuilder property, Field field)
        {
            property.HasColumnName(field.Column).HasColumnType(field.StoreType).IsRequired(field.Required);
            if (field.MaxLength > 0)
            {
                property.HasMaxLength(field.MaxLength);
            }
            if (field.Precision > 0)
            {
                property.HasPrecision(field.Precision, field.Scale);
            }
            if (field.OnCreate != ServerValue.None)
            {
                property.HasAnnotation(OnCreate, field.OnCreate.ToString());
            }
            if (field.OnUpdate != ServerValue.None)
            {
                property.HasAnnotation(OnUpdate, field.OnUpdate.ToString());
            }
        }

        /// <summary>A property that a user adds to the class is no column: conventions, where there are any, would make it one.</summary>
        private static void IgnoreOthers(EntityTypeBuilder entity, EntityTable table)
        {
            // Whichever of the two is mapped first, the navigation between an owner and its rows belongs to both.
            var shared = table.Children.Select(children => children.Member).Concat(table.Links.Select(link => link.Member)).Append(table.Owned?.Navigation).ToList();
            foreach (var member in entity.Metadata.GetMembers().ToList())
            {
                if (member is IConventionPropertyBase found && found.PropertyInfo is not null && !shared.Contains(member.Name) && SourceOf(found) == ConfigurationSource.Convention)
                {
                    entity.Ignore(member.Name);
                }
            }
        }

        private static ConfigurationSource SourceOf(IConventionPropertyBase member) => member switch
        {
            IConventionProperty property => property.GetConfigurationSource(),
            IConventionNavigation navigation => navigation.ForeignKey.GetConfigurationSource(),
            IConventionSkipNavigation navigation => navigation.GetConfigurationSource(),
            IConventionComplexProperty complex => complex.GetConfigurationSource(),
            _ => ConfigurationSource.Explicit,
        };
    }
}
