package io.sluice.tokens;

import java.util.Objects;

/**
 * The encoding of a model.
 *
 * @param encoding the vocabulary to count with
 * @param basis how sure it is that the model uses it
 */
public record ModelEncoding(TokenEncoding encoding, Basis basis) {

  /** Refuses null. */
  public ModelEncoding {
    Objects.requireNonNull(encoding, "encoding");
    Objects.requireNonNull(basis, "basis");
  }

  /** An encoding that somebody chose: it is taken at its word. */
  public static ModelEncoding chosen(TokenEncoding encoding) {
    return new ModelEncoding(encoding, Basis.EXACT);
  }

  /**
   * The encoding of the model of that name, which may be dated ({@code gpt-4o-2024-08-06}),
   * fine-tuned ({@code ft:gpt-4o:…}) or qualified ({@code openai/gpt-4o}). Never fails: a name that
   * says nothing gets the newest encoding as an estimate.
   */
  public static ModelEncoding of(String model) {
    return ModelTable.SHIPPED.find(model);
  }
}
