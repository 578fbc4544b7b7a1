package io.sluice.sinks.tokens;

import io.sluice.chat.ChatRequest;
import io.sluice.chat.Prices;
import io.sluice.sink.Sink;
import io.sluice.sink.StreamContext;
import io.sluice.stream.Chunk;
import io.sluice.stream.Delta;
import io.sluice.stream.Outcome;
import io.sluice.tokens.AnswerTokens;
import io.sluice.tokens.ModelEncoding;
import io.sluice.tokens.TokenAccumulator;
import io.sluice.tokens.TokenEncoding;
import io.sluice.tokens.prompt.PromptTokens;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Counts the tokens of an answer while it comes, and at the end sets its count and the prompt's
 * beside what the server reports. A token may span deltas, so that counts of deltas do not add up:
 * the count is always that of the whole answer so far, and costs what the last delta costs. What
 * configures a sink returns another one. For one run.
 */
public final class TokenSink implements Sink {

  private final Consumer<TokenReport> reports;
  private final Optional<TokenEncoding> chosen;
  private final LiveCount live;
  private final Optional<Prices> prices;
  private Optional<ChatRequest> request = Optional.empty();
  private @Nullable ModelEncoding model;
  private @Nullable TokenAccumulator answer;
  private long deltas;

  private TokenSink(
      Consumer<TokenReport> reports,
      Optional<TokenEncoding> chosen,
      LiveCount live,
      Optional<Prices> prices) {
    this.reports = reports;
    this.chosen = chosen;
    this.live = live;
    this.prices = prices;
  }

  /** A sink that hands a report to {@code reports} when the run has ended in any way. */
  public static TokenSink reporting(Consumer<TokenReport> reports) {
    return new TokenSink(reports, Optional.empty(), LiveCount.NONE, Optional.empty());
  }

  /** Prints the report as a table; {@code out} is not closed. */
  public static TokenSink printing(PrintStream out) {
    return reporting(report -> print(out, report.text()));
  }

  /** Prints the report as a JSON object on one line; {@code out} is not closed. */
  public static TokenSink printingJson(PrintStream out) {
    return reporting(report -> print(out, report.json().text() + "\n"));
  }

  /** A copy that counts with that encoding for any model. */
  public TokenSink encoding(TokenEncoding encoding) {
    return new TokenSink(reports, Optional.of(encoding), live, prices);
  }

  /** A copy whose report contains the cost of the run by these prices. */
  public TokenSink prices(Prices given) {
    return new TokenSink(reports, chosen, live, Optional.of(given));
  }

  /**
   * A copy that passes the count of the whole answer so far to {@code soFar} after each {@code
   * every} deltas.
   *
   * @throws IllegalArgumentException if {@code every} is less than 1
   */
  public TokenSink counting(int every, LongConsumer soFar) {
    return new TokenSink(reports, chosen, new LiveCount(every, soFar), prices);
  }

  @Override
  public void onOpen(StreamContext context) {
    request = context.request();
  }

  @Override
  public void onChunk(Chunk chunk) {
    int more = 0;
    for (Delta delta : chunk.deltas()) {
      more += delta.carriesTokens() ? 1 : 0;
    }
    if (more > 0) {
      count(chunk, more);
    }
  }

  private void count(Chunk chunk, int more) {
    TokenAccumulator counted = answer;
    if (counted == null) {
      model = model(chunk.origin().model());
      counted = TokenAccumulator.of(model.encoding());
      answer = counted;
    }
    counted.add(chunk);
    for (int i = 0; i < more; i++) {
      deltas++;
      live.tell(deltas, counted.count());
    }
  }

  @Override
  public void onEnd(Outcome outcome) {
    ModelEncoding counted = model == null ? model(outcome.completion().model()) : model;
    reports.accept(
        new TokenReport(
            counted,
            request.map(new PromptTokens(counted)::count),
            answer == null ? new AnswerTokens(List.of()) : answer.result(),
            outcome.completion().usage(),
            prices));
  }

  private ModelEncoding model(String answering) {
    ModelEncoding known = ModelEncoding.of(request.map(ChatRequest::model).orElse(""), answering);
    return chosen.map(known::counting).orElse(known);
  }

  private static void print(PrintStream out, String text) {
    out.print(text);
    if (out.checkError()) {
      throw new UncheckedIOException(
          new IOException("the output was closed, or takes nothing more"));
    }
  }
}
