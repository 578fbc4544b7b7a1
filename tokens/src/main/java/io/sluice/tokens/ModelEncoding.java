package io.sluice.tokens;

import io.sluice.tokens.image.PictureRule;
import java.util.Objects;
import java.util.Optional;

/**
 * How the tokens of a model are counted.
 *
 * @param encoding the vocabulary to count with
 * @param basis how sure it is that the model uses it
 * @param formula how its prompts are wrapped
 * @param formulaBasis how sure that is
 * @param pictures what its pictures cost, if that is known
 */
public record ModelEncoding(
    TokenEncoding encoding,
    Basis basis,
    PromptFormula formula,
    Basis formulaBasis,
    Optional<PictureRule> pictures) {

  /** Refuses null. */
  public ModelEncoding {
    Objects.requireNonNull(encoding, "encoding");
    Objects.requireNonNull(basis, "basis");
    Objects.requireNonNull(formula, "formula");
    Objects.requireNonNull(formulaBasis, "formulaBasis");
    Objects.requireNonNull(pictures, "pictures");
  }

  /**
   * That of the model of that name, which may be dated ({@code gpt-4o-2024-08-06}), fine-tuned
   * ({@code ft:gpt-4o:…}), qualified ({@code openai/gpt-4o}) or a deployment ({@code
   * gpt-35-turbo}). Never fails: an unknown model that is named like OpenAI's has their newest
   * encoding, as an assumption; all others have it as an estimate.
   */
  public static ModelEncoding of(String model) {
    return ModelTable.SHIPPED.find(model);
  }

  /**
   * That of a model which was asked for by one name and answers by another. A deployment may have
   * any name; then the model that answers says more. Either may be empty.
   */
  public static ModelEncoding of(String asked, String answering) {
    ModelEncoding first = of(asked);
    ModelEncoding second = of(answering);
    return second.basis().compareTo(first.basis()) < 0 ? second : first;
  }

  /** Returns the encoding for a model without a name: the newest one, as an assumption. */
  public static ModelEncoding unnamed() {
    return new ModelEncoding(
        TokenEncoding.O200K_BASE,
        Basis.ASSUMED,
        PromptFormula.CHAT,
        Basis.ASSUMED,
        Optional.empty());
  }

  /** Returns this model with an encoding that the user chose, which is not doubted. */
  public ModelEncoding counting(TokenEncoding chosen) {
    return new ModelEncoding(chosen, Basis.EXACT, formula, formulaBasis, pictures);
  }
}
