using Microsoft.EntityFrameworkCore;

namespace Shop;

internal static class AllArticles
{
    public static Task<int> CountAsync(ShopContext context) => context.Set<Model.Article>().IgnoreQueryFilters().CountAsync();
}
