package io.sluice.cli.plugins;

import io.sluice.cli.command.Arguments;
import io.sluice.cli.command.Call;
import io.sluice.cli.command.Command;
import io.sluice.cli.command.Example;
import io.sluice.cli.command.ExitCode;
import io.sluice.cli.command.Flag;
import io.sluice.cli.command.Help;
import io.sluice.cli.run.OutputFlags;
import io.sluice.cli.settings.FlagKey;
import io.sluice.cli.settings.UsageException;
import io.sluice.text.NearestName;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import picocli.CommandLine.Model.CommandSpec;

/** Begins a plugin, and looks after the jars of the plugin folders. */
public final class PluginsCommand implements Command {
  private static final List<FlagKey> CHOOSY = List.of(FlagKey.KIND, FlagKey.PACKAGE);

  private final List<PluginsAction> actions;

  /**
   * The command of a build.
   *
   * @param version tells the version that new plugins are made for
   */
  public PluginsCommand(Supplier<String> version) {
    actions =
        List.of(
            new PluginsList(),
            new PluginsNew(version),
            new PluginsAdd(new BuiltJars(sources(), version)),
            new PluginsRemove());
  }

  /** The folder of the script that started this, which is that of the sources. */
  private static Optional<Path> sources() {
    return Optional.ofNullable(System.getProperty("sluice.launcher"))
        .map(launcher -> Path.of(launcher).getParent());
  }

  @Override
  public String name() {
    return "plugins";
  }

  @Override
  public String summary() {
    return "begins a plugin; lists, adds and removes those of your folder";
  }

  @Override
  public List<Example> examples() {
    return List.of(
        new Example("sluice plugins", "the jars, and what each brings"),
        new Example("sluice plugins new notes", "a project for a sink of your own"),
        new Example("sluice plugins new terse --kind stage", "or for a stage"));
  }

  @Override
  public CommandSpec spec() {
    CommandSpec spec = Help.of(this, "plugins [ACTION] [NAME|FILE] [DIR] [flags]");
    spec.usageMessage().description(description());
    spec.addPositional(Flag.words("ACTION", "see above; list, if there is none", words()));
    spec.addOption(
        Flag.value(FlagKey.KIND, "KIND", "new: sink, stage or dialect; sink if left out"));
    spec.addOption(
        Flag.value(FlagKey.PACKAGE, "NAME", "new: the Java package, by default com.example.NAME"));
    spec.addOption(OutputFlags.quiet());
    spec.addOption(OutputFlags.debug());
    return Help.completed(spec);
  }

  @Override
  public ExitCode run(Arguments arguments, Call call) throws IOException {
    List<String> words = arguments.words();
    PluginsAction action = words.isEmpty() ? actions.get(0) : named(words.get(0));
    for (FlagKey flag : CHOOSY) {
      if (arguments.flagged(flag) && !action.flags().contains(flag)) {
        throw new UsageException(
            "plugins " + action.name() + " does not take " + flag.flag() + "; leave it out");
      }
    }
    return action.run(arguments, words.isEmpty() ? words : words.subList(1, words.size()), call);
  }

  private PluginsAction named(String word) {
    return actions.stream()
        .filter(action -> action.name().equals(word))
        .findFirst()
        .orElseThrow(() -> new UsageException(NearestName.unknown("action", word, words())));
  }

  private List<String> words() {
    return actions.stream().map(PluginsAction::name).toList();
  }

  private String[] description() {
    List<String> lines = new ArrayList<>();
    lines.add("");
    lines.add("Plugins are jars with sinks, stages and dialects. Those in your own folder,");
    lines.add(
        "$XDG_DATA_HOME/sluice/plugins (by default ~/.local/share/sluice/plugins), are always");
    lines.add("loaded, those in ./plugins if you trust that folder.");
    lines.add("");
    for (PluginsAction action : actions) {
      String typed = (action.name() + " " + action.operands()).strip();
      lines.add(String.format("  %-15s %s", typed, action.summary()));
    }
    lines.add("");
    lines.add("What is added is loaded once to see whether it is a plugin for this version, and");
    lines.add(
        "copied. GROUP:ARTIFACT:VERSION is taken from ~/.m2/repository, or from Maven Central");
    lines.add("with its checksum; what such a plugin depends on must be in its jar.");
    lines.add("");
    return lines.toArray(String[]::new);
  }
}
