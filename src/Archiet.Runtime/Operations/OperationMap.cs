using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Archiet;

/// <summary>What an app's operations are told to, so that no one needs to know their types but the app's emitted code.</summary>
public abstract class OperationMap
{
    /// <summary>An operation, and the roles that may run it.</summary>
    public abstract OperationMap Operation<TOperation, TInput, TOutput>(params string[] roles)
        where TOperation : class, IOperation<TOperation, TInput, TOutput>
        where TInput : class, IInput<TInput>
        where TOutput : class, IOutput<TOutput>;
}

/// <summary>Makes every operation's class known to dependency injection, one for each request; what the user registered before stays.</summary>
internal sealed class OperationServices(IServiceCollection services) : OperationMap
{
    public override OperationMap Operation<TOperation, TInput, TOutput>(params string[] roles)
    {
        services.TryAddScoped<TOperation>();
        return this;
    }
}

/// <summary>Maps the operations that some role may run.</summary>
internal sealed class OperationRoutes(IEndpointRouteBuilder routes, AccessTable access, BodyLimit limit) : OperationMap
{
    public const string Prefix = "/api/operations";

    private readonly EntityServices services = routes.ServiceProvider.GetRequiredService<EntityServices>();

    public override OperationMap Operation<TOperation, TInput, TOutput>(params string[] roles)
    {
        if (access.BitsOf(roles) is var granted and not 0)
        {
            var endpoint = new OperationEndpoint<TOperation, TInput, TOutput>(services, granted);
            routes.MapMethods(Prefix + TOperation.Table.Route, [HttpMethods.Post], endpoint.RunAsync).WithMetadata(limit, GeneratedEndpoint.Mark);
        }
        return this;
    }
}
