var builder = WebApplication.CreateBuilder(args);
builder.AddArchiet();

var app = builder.Build();
app.MapArchiet();

app.Run();
