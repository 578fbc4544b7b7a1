package io.sluice.cli.batch;

import io.sluice.batch.RowPolicies.Unusable;
import io.sluice.batch.input.InputFormat;
import io.sluice.batch.input.RowReading;
import io.sluice.batch.input.RowTemplate;
import io.sluice.cli.command.Arguments;
import io.sluice.cli.command.InputText;
import io.sluice.cli.prompt.PromptTemplate;
import io.sluice.cli.settings.EffectiveSettings;
import io.sluice.cli.settings.FlagKey;
import io.sluice.cli.settings.InputFiles;
import io.sluice.cli.settings.UsageException;
import io.sluice.cli.terminal.StandardStreams;
import io.sluice.settings.SettingValue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Where the rows come from, and how they are read.
 *
 * @param files the files; empty for stdin and for a queue
 * @param queue the queue; empty for files and stdin
 * @param reading how they are read, before the request's other settings are added
 * @param unusable what is done with rows that cannot be asked
 * @param isChecked whether files are read once before anything is sent
 */
record InputOptions(
    List<Path> files,
    Optional<QueueOptions> queue,
    RowReading reading,
    Unusable unusable,
    boolean isChecked) {
  private static final String STDIN = "-";

  InputOptions {
    files = List.copyOf(files);
  }

  static InputOptions of(Arguments arguments, StandardStreams streams) throws IOException {
    Optional<SettingValue> template = template(arguments, streams);
    List<String> words = arguments.words();
    Optional<QueueOptions> queue = QueueOptions.of(arguments);
    boolean stdin = words.equals(List.of(STDIN));
    if (words.isEmpty() && queue.isEmpty()) {
      throw new UsageException(
          "the input is missing; name a file of rows, - for stdin, or a queue with "
              + FlagKey.FROM.flag());
    }
    if (!stdin && words.contains(STDIN)) {
      throw new UsageException("- is stdin, which is read alone; leave the files, or it");
    }
    List<Path> files = stdin || queue.isPresent() ? List.of() : InputFiles.all(words);
    Optional<RowTemplate> prompt = template.map(text -> parsed(text, InputOptions::template));
    return new InputOptions(
        files,
        queue,
        reading(arguments, prompt),
        ChosenWord.of(arguments, FlagKey.BAD_ROWS, Unusable.values()).orElse(Unusable.REFUSE),
        !arguments.on(FlagKey.NO_CHECK)
            && !files.isEmpty()
            && files.stream().allMatch(Files::isRegularFile));
  }

  private static RowReading reading(Arguments arguments, Optional<RowTemplate> prompt) {
    RowReading reading = RowReading.defaults();
    Optional<SettingValue> format = arguments.value(FlagKey.FORMAT);
    if (format.isPresent()) {
      reading = reading.format(parsed(format.get(), InputFormat::of));
    }
    Optional<SettingValue> id = arguments.value(FlagKey.ID_FIELD);
    reading = id.isPresent() ? reading.idField(id.get().text()) : reading;
    reading = prompt.isPresent() ? reading.prompt(prompt.get()) : reading;
    if (arguments.on(FlagKey.NUL)) {
      reading = reading.separatedByNul().format(InputFormat.TEXT);
    }
    Optional<SettingValue> system = arguments.value(FlagKey.SYSTEM);
    return system.isPresent()
        ? reading.system(parsed(system.get(), InputOptions::template))
        : reading;
  }

  private static Optional<SettingValue> template(Arguments given, StandardStreams streams)
      throws IOException {
    Optional<SettingValue> file = given.asked(FlagKey.PROMPT_FILE);
    if (file.isPresent()) {
      String text = InputText.read(file.get().text(), streams);
      return Optional.of(new SettingValue(file.get().by(), text));
    }
    return given.asked(FlagKey.PROMPT).filter(asked -> EffectiveSettings.isTemplate(asked, given));
  }

  private static RowTemplate template(String text) {
    return PromptTemplate.parse(text)::filled;
  }

  private static <T> T parsed(SettingValue given, Function<String, T> parser) {
    try {
      return parser.apply(given.text());
    } catch (IllegalArgumentException malformed) {
      throw new UsageException(given.by() + ": " + malformed.getMessage(), malformed);
    }
  }
}
