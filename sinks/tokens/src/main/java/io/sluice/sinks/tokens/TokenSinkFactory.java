package io.sluice.sinks.tokens;

import io.sluice.chat.Prices;
import io.sluice.sink.Sink;
import io.sluice.sink.SinkFactory;
import io.sluice.sink.SinkOption;
import io.sluice.sink.SinkOptions;
import io.sluice.tokens.TokenEncoding;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/** Makes token sinks that print on standard error. Thread-safe. */
final class TokenSinkFactory implements SinkFactory {

  private static final String OF_THE_MODEL = "model";

  private static final SinkOption FORMAT =
      SinkOption.oneOf("format", List.of("text", "json"), "a table, or one JSON object on a line");

  private static final SinkOption ENCODING =
      SinkOption.oneOf(
          "encoding",
          Stream.concat(Stream.of(OF_THE_MODEL), TokenEncoding.names().stream()).toList(),
          "what to count with: what the model uses, or one by its name");

  private static final SinkOption EVERY =
      SinkOption.of(
          "every", SinkOption.Type.INT, "also print the count so far after so many deltas");

  private static final SinkOption PRICES =
      SinkOption.of(
          "prices",
          SinkOption.Type.TEXT,
          "what a million tokens of prompt and of answer cost, such as 0.15/0.60");

  @Override
  public Sink create(SinkOptions options) {
    var out =
        new PrintStream(new FileOutputStream(FileDescriptor.err), false, StandardCharsets.UTF_8);
    boolean json = options.text(FORMAT.name()).filter("json"::equals).isPresent();
    TokenSink plain = json ? TokenSink.printingJson(out) : TokenSink.printing(out);
    TokenSink chosen =
        options
            .text(ENCODING.name())
            .flatMap(TokenEncoding::named)
            .map(plain::encoding)
            .orElse(plain);
    TokenSink priced =
        options.text(PRICES.name()).map(Prices::parse).map(chosen::prices).orElse(chosen);
    return options
        .number(EVERY.name())
        .map(every -> priced.counting(every, soFar -> out.print(soFar + " tokens so far\n")))
        .orElse(priced);
  }

  @Override
  public List<SinkOption> options() {
    return List.of(FORMAT, ENCODING, EVERY, PRICES);
  }

  @Override
  public String description() {
    return "counts the tokens of prompt and answer, beside what the server reports";
  }
}
