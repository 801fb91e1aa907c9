using Archiet.Tour;

if (args is not [var sample])
{
    return Usage.Show();
}
using var interrupt = new CancellationTokenSource();
Console.CancelKeyPress += (_, pressed) =>
{
    pressed.Cancel = true;
    interrupt.Cancel();
};
return await Journey.MakeAsync(sample, Console.Out, interrupt.Token);
