using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Conventions;

namespace Archiet;

/// <summary>The context behind a user's own queries: knows its tenant, filters by it, stamps it on new rows and refuses another's.</summary>
public abstract class EntityContext(DbContextOptions options) : DbContext(options)
{
    /// <summary>The name of the query filter that keeps every query within its tenant.</summary>
    public const string TenantFilter = "tenant";

    /// <summary>The name of the query filter that passes over rows that are marked as deleted.</summary>
    public const string DeletedFilter = "deleted";

    private TenantScope? scope;

    /// <summary>The tenant in force. Reading it without one throws: no tenant never means all tenants.</summary>
    public Guid Tenant => Scope.Tenant;

    /// <summary>Whether a command failed and its connection may take a statement for prepared that is not (<see cref="FailedBinds"/>).</summary>
    internal bool HasFailedBind { get; set; }

    private TenantScope Scope => scope ?? throw new InvalidOperationException(
        "No tenant is in force. Take the context from the services of a signed-in request, or from ITenantContextFactory with a tenant.");

    /// <summary>Puts a tenant in force until the context is disposed.</summary>
    internal void Enter(TenantScope entered)
    {
        scope = entered;

        // At once would be before a removal is seen to be a mark, which leaves the rows behind it alone.
        ChangeTracker.CascadeDeleteTiming = CascadeTiming.OnSaveChanges;
    }

    /// <inheritdoc/>
    public override int SaveChanges(bool acceptAllChangesOnSuccess)
    {
        PrepareSave();
        Database.OpenConnection();
        try
        {
            return base.SaveChanges(acceptAllChangesOnSuccess);
        }
        catch (DbUpdateException error)
        {
            HasFailedBind |= FailedBinds.MayBe(error.InnerException);
            throw;
        }
        finally
        {
            Database.CloseConnection();
        }
    }

    /// <inheritdoc/>
    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        PrepareSave();
        await Database.OpenConnectionAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            return await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken).ConfigureAwait(false);
        }
        catch (DbUpdateException error)
        {
            HasFailedBind |= FailedBinds.MayBe(error.InnerException);
            throw;
        }
        finally
        {
            await Database.CloseConnectionAsync().ConfigureAwait(false);
        }
    }

    /// <summary>Ends the context, and with it the tenant in force.</summary>
    public override void Dispose()
    {
        scope = null;
        base.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>Ends the context, and with it the tenant in force.</summary>
    public override ValueTask DisposeAsync()
    {
        scope = null;
        GC.SuppressFinalize(this);
        return base.DisposeAsync();
    }

    /// <summary>
    /// Adds the tenant filter to every entity that has a tenant, and the filter of deleted rows to those that are marked. An override states the model first and calls
    /// this last.
    /// </summary>
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        ArgumentNullException.ThrowIfNull(modelBuilder);
        modelBuilder.HasReckon();
        foreach (var entity in modelBuilder.Model.GetEntityTypes())
        {
            if (entity.BaseType is null && !entity.IsOwned() && entity.FindProperty(EntityModel.TenantId) is not null)
            {
                entity.SetQueryFilter(TenantFilter, TenantModel.FilterOf(entity, this));
            }
            if (entity.FindAnnotation(EntityModel.SoftDeleted) is not null)
            {
                entity.SetQueryFilter(DeletedFilter, LiveFilterOf(entity));
            }
        }
    }

    /// <summary>The model names every index itself, so that the database has those and no other; and no model is used that lost its tenant filter.</summary>
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        ArgumentNullException.ThrowIfNull(configurationBuilder);
        configurationBuilder.Conventions.Remove<ForeignKeyIndexConvention>();
        configurationBuilder.Conventions.Add(_ => new TenantModel());
    }

    /// <summary><c>row => row.DeletedAt == null</c>.</summary>
    private static LambdaExpression LiveFilterOf(IMutableEntityType entity)
    {
        var row = Expression.Parameter(entity.ClrType, "row");
        var deleted = Expression.Call(typeof(EF), nameof(EF.Property), [typeof(DateTimeOffset?)], row, Expression.Constant(EntityModel.DeletedAt));
        return Expression.Lambda(Expression.Equal(deleted, Expression.Constant(null, typeof(DateTimeOffset?))), row);
    }

    private void PrepareSave()
    {
        // The tenant setting lives as long as a transaction, so even a single statement has one.
        Database.AutoTransactionBehavior = AutoTransactionBehavior.Always;
        var entries = ChangeTracker.Entries().ToList();
        OwnerVersions.Apply(entries);
        TenantStamp.Apply(entries, Scope);
    }
}
