using Microsoft.AspNetCore.Http;

namespace Archiet;

/// <summary>The row whose links a list follows.</summary>
/// <param name="Id">The row's id.</param>
/// <param name="Find">Returns a row when the caller may read it.</param>
/// <param name="List">The list as a cursor knows it.</param>
internal sealed record LinkedFrom(Guid Id, string Find, string List);

/// <summary>Rows that a row of another entity is linked to.</summary>
internal sealed partial class EntityEndpoints<T>
{
    /// <summary>The request delegate of a list behind a link: what the caller may list of the entity, as far as a row that it may read is linked to it.</summary>
    public RequestDelegate ListOf(EntityTable owner, Link link)
    {
        var at = owner.Links.Index().First(one => one.Item == link).Index;
        return http => ListOfAsync(http, owner, at);
    }

    private async Task ListOfAsync(HttpContext http, EntityTable owner, int at)
    {
        var caller = Caller.Of(http);
        if (!IsAllowed(caller, Verbs.List, out var plan) || services.Access.PlanOf(caller.Roles, owner).LinkAt(at) is not { CanRead: true } links)
        {
            await RefuseAsync(http, caller).ConfigureAwait(false);
        }
        else if (!TryId(http, out var id))
        {
            await Problems.NotFoundAsync(http).ConfigureAwait(false);
        }
        else
        {
            var link = owner.Links[at];
            await AnswerPageAsync(http, caller, plan.ListsOf(link), new(id, links.Find, $"{owner.Name}/{id}{link.Route}\n")).ConfigureAwait(false);
        }
    }
}
