using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Archiet;

/// <summary>Binds a section of the configuration; what is no value of a setting refuses the start in one sentence.</summary>
internal static class Settings
{
    /// <summary>Binds a section when the options are first asked for.</summary>
    public static OptionsBuilder<T> BindSettings<T>(this OptionsBuilder<T> options, string section)
        where T : class => options.Configure<IConfiguration>((value, configuration) => Bind(configuration.GetSection(section), value));

    private static void Bind<T>(IConfigurationSection section, T value)
    {
        try
        {
            section.Bind(value);
        }
        catch (InvalidOperationException fault)
        {
            // The binder's message names the setting, its value and the type; what is behind it names ours.
            throw new ArchietStartupException(fault.Message, fault);
        }
    }
}
