package io.sluice.batch;

import io.sluice.batch.input.RowSource;
import io.sluice.batch.row.Row;
import io.sluice.batch.row.RowState;
import io.sluice.batch.row.RowTable;
import java.util.OptionalInt;

/** Decides for each row that is read whether it is asked. Mutable; for one thread. */
final class RowRules {

  private final RowPolicies policies;
  private final RowTable table;

  RowRules(RowPolicies policies, RowTable table) {
    this.policies = policies;
    this.table = table;
  }

  /** Says that a limit of cost means nothing for that model. */
  static String unpriced(String model) {
    return "the model '" + model + "' has no price, so the limit of cost cannot be kept";
  }

  /**
   * Whether the row of a queue has no result yet. Such a row may come again, and another one may
   * have its id: then that is asked.
   *
   * @param fingerprint empty text for a row that cannot be asked
   */
  boolean isUnanswered(Row row, String fingerprint) {
    OptionalInt entry = table.find(row.id());
    return entry.isEmpty()
        || table.state(entry.getAsInt()) != RowState.ANSWERED
        || (!fingerprint.isEmpty() && table.differs(entry.getAsInt(), fingerprint));
  }

  /**
   * Whether the row has no result yet that counts. Notes that the row was seen.
   *
   * @param fingerprint empty text for a row that cannot be asked
   * @throws RefusedRowsException in one line, if the input is refused because of the row
   */
  boolean isToBeAsked(Row row, String fingerprint, RowSource source) throws RefusedRowsException {
    int entry = table.add(row.id());
    if (table.isSeen(entry)) {
      Row first = row.numbered(table.number(entry));
      throw new RefusedRowsException(
          RefusedRowsException.Cause.DUPLICATE,
          "the id '"
              + row.id()
              + "' is given twice, in "
              + source.place(first)
              + " and "
              + source.place(row)
              + "; give each row an id of its own");
    }
    table.seen(entry, row.number());
    if (fingerprint.isEmpty() && policies.unusable() == RowPolicies.Unusable.REFUSE) {
      throw new RefusedRowsException(
          RefusedRowsException.Cause.UNUSABLE,
          source.place(row) + " cannot be asked: " + row.fault());
    }
    if (fingerprint.isEmpty() || !table.differs(entry, fingerprint)) {
      return table.state(entry) != RowState.ANSWERED;
    }
    return switch (policies.changed()) {
      case REFUSE ->
          throw new RefusedRowsException(
              RefusedRowsException.Cause.CHANGED,
              "row '"
                  + row.id()
                  + "' ("
                  + source.place(row)
                  + ") is not what it was when it was sent: its text, a setting or the server"
                  + " changed");
      case ASK -> true;
      case KEEP -> table.state(entry) == RowState.REPEATED || table.place(entry) == 0;
    };
  }
}
