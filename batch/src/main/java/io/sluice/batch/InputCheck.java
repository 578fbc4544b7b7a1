package io.sluice.batch;

import io.sluice.batch.input.RowSource;
import io.sluice.batch.row.Row;
import io.sluice.batch.row.RowFingerprint;
import io.sluice.batch.row.RowState;
import io.sluice.batch.row.RowTable;
import io.sluice.chat.ChatRequest;
import io.sluice.chat.Prices;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** Reads an input once, before anything is sent. Mutable; for one thread and one reading. */
final class InputCheck {

  private static final int USUAL_ANSWER = 256;

  private final BatchSettings settings;
  private final RowTable table;
  private final RowRules rules;
  private long rows;
  private long open;
  private long unusable;
  private long tokens;
  private long mostTokens;
  private boolean exact = true;
  private boolean limited = true;
  private boolean priced = true;
  private BigDecimal mostCost = BigDecimal.ZERO;
  private BigDecimal expectedCost = BigDecimal.ZERO;
  private Optional<String> firstUnusable = Optional.empty();

  InputCheck(BatchSettings settings, RowTable table) {
    this.settings = settings;
    this.table = table;
    this.rules = new RowRules(settings.policies, table);
  }

  /**
   * Reads all rows.
   *
   * @throws RefusedRowsException in one line, for the first row for which the input is refused
   */
  InputReport read(RowSource source) throws IOException {
    try {
      Optional<Row> row = source.next();
      while (row.isPresent()) {
        add(row.get(), source);
        row = source.next();
      }
    } finally {
      table.forgetSeen();
    }
    return new InputReport(
        rows,
        open,
        unusable,
        tokens,
        exact,
        Optional.of(mostCost).filter(any -> priced && limited && open > 0),
        Optional.of(expectedCost).filter(any -> priced && open > 0),
        rows == 0 ? OptionalLong.empty() : OptionalLong.of(mostTokens),
        firstUnusable);
  }

  private void add(Row row, RowSource source) throws RefusedRowsException {
    rows++;
    String place = source.place(row);
    if (row.request().isEmpty()) {
      unusable++;
      firstUnusable = firstUnusable.or(() -> Optional.of(place + ": " + row.fault()));
    }
    String print =
        row.request().map(request -> RowFingerprint.of(request, settings.target)).orElse("");
    OptionalInt known = table.find(row.id());
    boolean ask = rules.isToBeAsked(row, print, source);
    if (ask
        && row.request().isPresent()
        && (known.isEmpty() || table.state(known.getAsInt()) != RowState.ANSWERED)) {
      count(row.request().get());
    }
  }

  private void count(ChatRequest request) throws RefusedRowsException {
    Optional<Prices> prices = settings.prices.apply(request.model());
    if (settings.mostCost.isPresent() && prices.isEmpty()) {
      throw new RefusedRowsException(
          RefusedRowsException.Cause.UNPRICED, RowRules.unpriced(request.model()));
    }
    open++;
    RowMeter.Count prompt = settings.meter.prompt(request);
    tokens += prompt.tokens();
    exact &= prompt.isExact();
    limited &= request.maxTokens().isPresent();
    long answer = request.maxTokens().orElse(USUAL_ANSWER);
    mostTokens = Math.max(mostTokens, prompt.tokens() + answer);
    priced &= prices.isPresent();
    if (prices.isPresent()) {
      mostCost = mostCost.add(prices.get().cost(prompt.tokens(), answer));
      long usual = Math.min(answer, USUAL_ANSWER);
      expectedCost = expectedCost.add(prices.get().cost(prompt.tokens(), usual));
    }
  }
}
