package mycelial.ledger;

import static mycelial.ledger.Samples.decimal;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.List;
import mycelial.market.Side;
import org.junit.jupiter.api.Test;

final class FillTallyTest {
  private final FillTally tally = new FillTally();

  FillTallyTest() {
    tally.add(fill(Side.BUY, "100", "1"));
    tally.add(fill(Side.SELL, "110", "2"));
  }

  private static Fill fill(Side side, String price, String fee) {
    return new Fill(1, 1, side, decimal("2"), decimal(price), decimal(price), decimal(fee));
  }

  private static FillTally.Books books(String cash, String realised, String equity) {
    return new FillTally.Books(decimal("1000"), decimal(cash), decimal(realised), decimal(equity));
  }

  @Test
  void booksThatFollowFromTheFillsAgree() {
    assertThatCode(() -> tally.verify(books("1017", "17", "1017"), List.of()))
        .doesNotThrowAnyException();
  }

  @Test
  void cashThatDoesNotFollowFromTheFillsIsFound() {
    assertThatIllegalStateException()
        .isThrownBy(() -> tally.verify(books("1017.00000001", "17", "1017"), List.of()))
        .withMessage("cash is booked as 1017.00000001 but the fills make it 1017");
  }

  @Test
  void realisedProfitThatDoesNotFollowFromTheFillsIsFound() {
    assertThatIllegalStateException()
        .isThrownBy(() -> tally.verify(books("1017", "18", "1017"), List.of()))
        .withMessageStartingWith("cash and positions at cost is booked as 1017");
  }

  @Test
  void equityThatDoesNotFollowFromTheFillsIsFound() {
    assertThatIllegalStateException()
        .isThrownBy(() -> tally.verify(books("1017", "17", "1016"), List.of()))
        .withMessage("equity is booked as 1016 but the fills make it 1017");
  }
}
