package io.sluice.cli.run;

import io.sluice.cli.command.Arguments;
import io.sluice.cli.command.Flag;
import io.sluice.cli.settings.FlagKey;
import io.sluice.settings.SettingValue;
import io.sluice.settings.Trust;
import io.sluice.settings.XdgFolders;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.OptionSpec;

/**
 * Which plugins are loaded besides the built-in ones.
 *
 * @param fromFolders whether the jars of the plugin folders count
 * @param own the user's own plugin folder, unless there is no home
 * @param near the plugin folder in the working folder
 * @param jars the jars that {@code --plugin} names
 * @param trust the folders that the user trusts
 */
public record PluginOptions(
    boolean fromFolders, Optional<Path> own, Path near, List<Path> jars, Trust trust) {
  private static final String FOLDER = "plugins";

  /** Copies the list. */
  public PluginOptions {
    jars = List.copyOf(jars);
  }

  /** The flag that names a jar. */
  public static OptionSpec jarFlag() {
    return Flag.value(FlagKey.PLUGIN, "JAR", "a jar with plugins; repeatable");
  }

  /** The flag that leaves the plugin folders out. */
  public static OptionSpec noneFlag() {
    return Flag.on(FlagKey.NO_PLUGINS, "leave out the jars of the plugin folders");
  }

  /** Reads the options; does not look whether the jars exist. */
  public static PluginOptions of(Arguments arguments) {
    return new PluginOptions(
        !arguments.on(FlagKey.NO_PLUGINS),
        XdgFolders.data(arguments.environment()).map(data -> data.resolve(FOLDER)),
        arguments.folder().resolve(FOLDER),
        arguments.values(FlagKey.PLUGIN).stream().map(SettingValue::path).toList(),
        arguments.files().trust());
  }
}
