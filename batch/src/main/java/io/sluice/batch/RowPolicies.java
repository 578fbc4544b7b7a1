package io.sluice.batch;

/**
 * What is done with rows that are not as they should be. Immutable.
 *
 * @param unusable what is done with rows that cannot be asked
 * @param changed what is done with rows that are not what they were in an earlier part
 * @param inFlight what is done with rows that an earlier part had sent when it was killed
 */
public record RowPolicies(Unusable unusable, Changed changed, InFlight inFlight) {

  /** Returns policies that refuse the input, and ask again what was under way. */
  public static RowPolicies strict() {
    return new RowPolicies(Unusable.REFUSE, Changed.REFUSE, InFlight.ASK);
  }

  /** What is done with rows that cannot be asked. */
  public enum Unusable {
    /** The input is refused, and nothing is sent. */
    REFUSE,
    /** Their results say why. */
    KEEP
  }

  /** What is done with rows that are not what they were. */
  public enum Changed {
    /** The input is refused, and nothing is sent. */
    REFUSE,
    /** They are asked again. */
    ASK,
    /** Their earlier results are kept. */
    KEEP
  }

  /** What is done with rows that had been sent and have no result. */
  public enum InFlight {
    /** They are asked again. */
    ASK,
    /** They are not asked again, and their results say so. */
    SKIP
  }
}
