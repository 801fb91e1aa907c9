var app = WebApplication.CreateBuilder(args).Build();
app.MapGet("/", () => "Hello").AllowAnonymous();
app.Run();
