package io.mortise.itests.browser;

import static org.junit.jupiter.api.Timeout.ThreadMode.SEPARATE_THREAD;

import com.microsoft.playwright.Browser;
import io.mortise.itests.Product;
import io.mortise.itests.ProductExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** Live events, as the page's modules hear them. */
@ExtendWith({ProductExtension.class, BrowserExtension.class})
@Timeout(value = 120, threadMode = SEPARATE_THREAD)
class LiveTopicsTest {
    private static final String RUNTIME = "const at = new URL('./runtime/',"
            + " document.querySelector('script[type=module]').src).href;"
            + " const { events } = await import(at + 'events.js');"
            + " const { plain } = await import(at + 'api.js');";

    private final Product product;
    private final Browser browser;

    LiveTopicsTest(Product product, Browser browser) {
        this.product = product;
        this.browser = browser;
    }

    @Test
    void a_topic_that_the_shell_has_never_heard_of_reaches_who_listens() {
        try (Visit visit = Visit.to(browser, product.base()).signIn("admin")) {
            visit.page.navigate("/admin/modules");
            visit.page.waitForSelector("tbody tr");
            visit.page.evaluate(
                    "async () => {" + RUNTIME
                            + " window.heard = [];"
                            + " events.addEventListener('modules.changed', event => window.heard.push(event.detail.module)); }");
            visit.page.evaluate("async () => {" + RUNTIME
                    + " for (const what of ['stop', 'start'])"
                    + " await plain('/api/modules/io.mortise.crm/' + what, { method: 'POST' }); }");
            visit.page.waitForFunction("() => window.heard.filter(module => module === 'io.mortise.crm').length === 2");
        }
    }

    /** What the page complains of on its console fails the visit. */
    @Test
    void an_address_that_can_not_be_decoded_breaks_nothing() {
        try (Visit visit = Visit.to(browser, product.base()).signIn("admin")) {
            visit.page.evaluate("() => { history.pushState(null, '', '/organizations/%E0%A4');"
                    + " dispatchEvent(new PopStateEvent('popstate')); }");
            visit.page.waitForSelector("[role=alert], .blank");
        }
    }
}
