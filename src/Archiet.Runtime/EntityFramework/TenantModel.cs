using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Metadata.Conventions;

namespace Archiet;

/// <summary>
/// Looks at a context's model when nothing can change it any more, whatever an override did after the filters were set: every entity that has a tenant keeps its filter,
/// refers to rows of its own tenant, and is written with its tenant in the condition. A model that does not is not used.
/// </summary>
internal sealed class TenantModel : IModelFinalizingConvention
{
    public void ProcessModelFinalizing(IConventionModelBuilder modelBuilder, IConventionContext<IConventionModelBuilder> context)
    {
        foreach (var entity in modelBuilder.Metadata.GetEntityTypes())
        {
            if (entity.BaseType is null && !entity.IsOwned() && entity.FindProperty(EntityModel.TenantId) is { } tenant)
            {
                CheckFilter(entity, tenant);
                CheckReferences(entity);

                // Where the key alone does not say whose row it is, every write does.
                if (!tenant.IsPrimaryKey())
                {
                    tenant.SetIsConcurrencyToken(true);
                }
            }
        }
    }

    /// <summary><c>row => row.TenantId == context.Tenant</c>, as <see cref="EntityContext"/> sets it, and nothing else.</summary>
    public static LambdaExpression FilterOf(IReadOnlyTypeBase entity, EntityContext context)
    {
        var row = Expression.Parameter(entity.ClrType, "row");
        var owner = Expression.Call(typeof(EF), nameof(EF.Property), [typeof(Guid)], row, Expression.Constant(EntityModel.TenantId));
        return Expression.Lambda(Expression.Equal(owner, Expression.Property(Expression.Constant(context), nameof(EntityContext.Tenant))), row);
    }

    private static void CheckFilter(IConventionEntityType entity, IConventionProperty tenant)
    {
        if (tenant.IsNullable || entity.FindDeclaredQueryFilter(EntityContext.TenantFilter)?.Expression is not { } filter || !IsOurs(filter))
        {
            throw new InvalidOperationException(
                $"{entity.DisplayName()} has another tenant filter than the one that EntityContext gives it: call base.OnModelCreating last, and name no filter '{EntityContext.TenantFilter}'.");
        }
    }

    private static bool IsOurs(LambdaExpression filter) => filter is
    {
        Parameters: [var row],
        Body: BinaryExpression
        {
            NodeType: ExpressionType.Equal,
            Left: MethodCallExpression { Method.Name: nameof(EF.Property), Arguments: [var of, ConstantExpression { Value: EntityModel.TenantId }] },
            Right: MemberExpression { Member.Name: nameof(EntityContext.Tenant), Expression: ConstantExpression { Value: EntityContext } },
        },
    } && of == row;

    /// <summary>The database checks references past row security, so that only the tenant in the key keeps them within it.</summary>
    private static void CheckReferences(IConventionEntityType entity)
    {
        foreach (var reference in entity.GetForeignKeys())
        {
            if (reference.PrincipalEntityType.FindProperty(EntityModel.TenantId) is not null && !reference.Properties.Any(IsTenant))
            {
                throw new InvalidOperationException(
                    $"The reference of {entity.DisplayName()} to {reference.PrincipalEntityType.DisplayName()} can lead to a row of another tenant: make {EntityModel.TenantId} a part of its key.");
            }
        }
    }

    private static bool IsTenant(IReadOnlyProperty property) => property.Name == EntityModel.TenantId;
}
