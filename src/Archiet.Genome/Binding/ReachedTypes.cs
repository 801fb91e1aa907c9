using Archiet.Genome.Expressions;

namespace Archiet.Genome.Binding;

/// <summary>What the expressions of one entity, or of one mixin, can lead to.</summary>
internal sealed class ReachedTypes(DeclaredNames names, EquatableArray<EntityShape> reached) : IExpressionTypes
{
    public BoundVocabulary Vocabulary => names.Vocabulary;

    public string TenantEntity => names.App.TenantEntity;

    public string? MemberEntity => names.App.MemberEntity;

    public EntityShape? FindEntity(string name)
    {
        for (var i = 0; i < reached.Count; i++)
        {
            if (reached[i].Name == name)
            {
                return reached[i];
            }
        }
        return null;
    }
}
