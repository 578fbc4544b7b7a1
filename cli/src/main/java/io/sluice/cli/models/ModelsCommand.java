package io.sluice.cli.models;

import io.sluice.cli.command.Arguments;
import io.sluice.cli.command.Call;
import io.sluice.cli.command.Command;
import io.sluice.cli.command.Example;
import io.sluice.cli.command.ExitCode;
import io.sluice.cli.command.Flag;
import io.sluice.cli.command.Help;
import io.sluice.cli.run.ConnectionOptions;
import io.sluice.cli.run.EndLines;
import io.sluice.cli.run.ExitRules;
import io.sluice.cli.run.OutputFlags;
import io.sluice.cli.run.Sinks;
import io.sluice.cli.run.TimeoutFlags;
import io.sluice.cli.run.Upstream;
import io.sluice.cli.settings.FlagKey;
import io.sluice.cli.terminal.TerminalText;
import io.sluice.pipeline.PipelineResult;
import io.sluice.stream.Failure;
import io.sluice.stream.StreamException;
import io.sluice.wire.Dialect;
import io.sluice.wire.models.ListedModel;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;

/** Lists the models that a server offers. */
public final class ModelsCommand implements Command {
  /** Statuses of servers that have no such list. */
  private static final Set<Integer> NO_LIST = Set.of(404, 405, 501);

  @Override
  public String name() {
    return "models";
  }

  @Override
  public String summary() {
    return "lists the models that a server offers";
  }

  @Override
  public boolean sendsRequests() {
    return true;
  }

  @Override
  public List<Example> examples() {
    return List.of(
        new Example("sluice models", "all of them, a line each"),
        new Example("sluice models --json off", "what the server says of those with 'off' in it"));
  }

  @Override
  public CommandSpec spec() {
    CommandSpec spec = Help.of(this, "models [WORD]… [flags]");
    spec.usageMessage()
        .description(
            "",
            "Lists the models that a server offers, by name, a line each, and the aliases of",
            "sluice.yaml. With WORDs, those that contain all of them. Shells complete the names",
            "that were listed last.",
            "");
    spec.addPositional(Flag.words("WORD", "a part of the name; upper and lower case are alike"));
    spec.addArgGroup(ConnectionOptions.flagsOfDocuments());
    spec.addArgGroup(TimeoutFlags.groupOfDocuments());
    spec.addArgGroup(
        OutputFlags.groupOfList(
            Flag.on(FlagKey.JSON, "print what the server says of each, an object a line")));
    return Help.completed(spec);
  }

  @Override
  public ExitCode run(Arguments arguments, Call call) throws IOException {
    ModelsOptions options = ModelsOptions.of(name(), arguments);
    try (Sinks sinks = Sinks.of(options.output(), call)) {
      Dialect dialect = sinks.spoken(options.connection().server());
      try (Upstream upstream = Upstream.openForLists(options.connection(), dialect, call)) {
        return list(upstream, options, call);
      }
    }
  }

  private static ExitCode list(Upstream upstream, ModelsOptions options, Call call)
      throws IOException {
    List<ListedModel> models;
    try {
      models = upstream.models(options.connection().stream(call.notices()));
    } catch (StreamException failed) {
      return failed(failed, upstream, options, call);
    }
    ModelCache.of(call.environment(), options.connection(), upstream)
        .ifPresent(cache -> cache.keep(models));
    List<ModelRow> rows = rows(models, options);
    if (rows.isEmpty()) {
      call.notices().notice(none(models, options));
    }
    var text = new StringBuilder();
    rows.forEach(row -> text.append(options.json() ? row.jsonLine() : row.text()).append('\n'));
    call.streams().out().print(text.toString());
    return ExitCode.COMPLETED;
  }

  /** By name, each once; an alias stands where its name has its place. */
  private static List<ModelRow> rows(List<ListedModel> models, ModelsOptions options) {
    Map<String, ModelRow> offered = new TreeMap<>();
    models.forEach(model -> offered.putIfAbsent(model.name(), ModelRow.of(model)));
    return Stream.concat(offered.values().stream(), options.aliases().stream().map(ModelRow::of))
        .filter(row -> row.contains(options.words()))
        .sorted(Comparator.comparing(ModelRow::name))
        .toList();
  }

  private static String none(List<ListedModel> models, ModelsOptions options) {
    return models.isEmpty()
        ? "the server offers no model"
        : "no model of "
            + models.size()
            + " has '"
            + TerminalText.of(String.join("' and '", options.words()))
            + "' in its name";
  }

  private static ExitCode failed(
      StreamException thrown, Upstream upstream, ModelsOptions options, Call call) {
    var result = new PipelineResult(thrown.outcome(), List.of());
    Optional<Integer> missing =
        thrown
            .outcome()
            .failure()
            .filter(Failure.Http.class::isInstance)
            .map(failure -> ((Failure.Http) failure).status())
            .filter(NO_LIST::contains);
    if (missing.isPresent()) {
      call.notices()
          .error(
              upstream.endpoint()
                  + " lists no models: it answered "
                  + missing.get()
                  + "; check the base URL, or name a model with "
                  + FlagKey.MODEL.flag());
    } else {
      new EndLines(call, options.output(), call.notices())
          .say(result, upstream.answerer(), Optional.empty());
    }
    return new ExitRules(options.output(), call).of(result, Optional.empty());
  }
}
