package org.steelyard.access.signin;

import jakarta.servlet.DispatcherType;
import java.time.Clock;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.security.autoconfigure.actuate.web.servlet.EndpointRequest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.context.NullSecurityContextRepository;
import org.springframework.security.web.context.RequestAttributeSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.CrossOriginResourcePolicyHeaderWriter.CrossOriginResourcePolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.steelyard.access.account.Tokens;
import org.steelyard.access.account.Users;
import org.steelyard.http.ApiPaths;

/**
 * Three chains, and one for the management port: what is shown elsewhere by the secret in its address knows nobody, whatever a request carries; API requests with an
 * {@code Authorization} header know no session and need no CSRF token; all others have a session or nothing. They say only who is
 * signed in. What they may do, {@code Access} says.
 */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {
    static final String CONTENT_SECURITY_POLICY = "default-src 'self'; img-src 'self' data:; object-src 'none';"
            + " base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    private static final String[] OPEN = {
        Paths.SIGN_IN, "/livez", "/readyz", "/error", "/css/**", "/js/**", "/img/**", "/webjars/**"
    };

    @Bean
    CsrfTokenRepository csrfTokens() {
        var tokens = new CookieCsrfTokenRepository();
        tokens.setCookieCustomizer(cookie -> cookie.sameSite("Lax"));
        return tokens;
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
    static class Chains {

        /** Metrics, on a management port of their own: whoever reaches that port may read them. On the main port there are none. */
        @Bean
        @Order(-1)
        SecurityFilterChain byManagementPort(HttpSecurity http) {
            return http.securityMatcher(EndpointRequest.to("prometheus"))
                    .authorizeHttpRequests(requests -> requests.requestMatchers(HttpMethod.GET)
                            .permitAll()
                            .anyRequest()
                            .denyAll())
                    .securityContext(context -> context.securityContextRepository(new NullSecurityContextRepository()))
                    .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                    .requestCache(AbstractHttpConfigurer::disable)
                    .csrf(AbstractHttpConfigurer::disable)
                    .logout(AbstractHttpConfigurer::disable)
                    .headers(Chains::headers)
                    .build();
        }

        /** Its answers say for themselves who may frame them. */
        @Bean
        @Order(0)
        SecurityFilterChain bySecretInTheAddress(HttpSecurity http) {
            return http.securityMatcher(Paths.EMBEDS)
                    .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                    .securityContext(context -> context.securityContextRepository(new NullSecurityContextRepository()))
                    .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                    .requestCache(AbstractHttpConfigurer::disable)
                    .csrf(AbstractHttpConfigurer::disable)
                    .logout(AbstractHttpConfigurer::disable)
                    .headers(Chains::headersElsewhere)
                    .build();
        }

        @Bean
        @Order(1)
        SecurityFilterChain byAuthorizationHeader(
                HttpSecurity http, Users users, Tokens tokens, PasswordChecks passwords, Clock clock) {
            var contexts = new RequestAttributeSecurityContextRepository();
            var header = new AuthorizationHeader(users, tokens, passwords, clock, contexts);
            return common(http)
                    .securityMatcher(request ->
                            ApiPaths.contain(request) && request.getHeader(HttpHeaders.AUTHORIZATION) != null)
                    .securityContext(context -> context.securityContextRepository(contexts))
                    .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                    .csrf(AbstractHttpConfigurer::disable)
                    .logout(AbstractHttpConfigurer::disable)
                    .addFilterAfter(header, SecurityContextHolderFilter.class)
                    .addFilterBefore(new OneTimePassword(users), AuthorizationFilter.class)
                    .build();
        }

        @Bean
        @Order(2)
        SecurityFilterChain bySession(
                HttpSecurity http, Users users, Sessions sessions, CsrfTokenRepository csrfTokens) {
            return common(http)
                    .securityContext(context -> context.securityContextRepository(sessions.contexts()))
                    .csrf(csrf -> csrf.csrfTokenRepository(csrfTokens))
                    .logout(logout -> logout.logoutUrl(Paths.SIGN_OUT).logoutSuccessUrl(Paths.SIGN_IN + "?signed-out"))
                    .addFilterAfter(new StillSignedIn(sessions), SecurityContextHolderFilter.class)
                    .addFilterBefore(new OneTimePassword(users), AuthorizationFilter.class)
                    .build();
        }

        private static HttpSecurity common(HttpSecurity http) {
            var doorkeeper = new Doorkeeper();
            return http.authorizeHttpRequests(Chains::signedInOnly)
                    .requestCache(AbstractHttpConfigurer::disable)
                    .exceptionHandling(refused ->
                            refused.authenticationEntryPoint(doorkeeper).accessDeniedHandler(doorkeeper))
                    .headers(Chains::headers);
        }

        private static void signedInOnly(
                AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry requests) {
            requests.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.FORWARD, DispatcherType.ASYNC)
                    .permitAll()
                    .requestMatchers(OPEN)
                    .permitAll()
                    .requestMatchers("/actuator/**")
                    .denyAll()
                    .anyRequest()
                    .authenticated();
        }

        private static void headersElsewhere(HeadersConfigurer<HttpSecurity> headers) {
            headers(headers);
            headers.referrerPolicy(policy -> policy.policy(ReferrerPolicy.NO_REFERRER))
                    .crossOriginResourcePolicy(policy -> policy.policy(CrossOriginResourcePolicy.CROSS_ORIGIN))
                    .frameOptions(HeadersConfigurer.FrameOptionsConfig::disable);
        }

        private static void headers(HeadersConfigurer<HttpSecurity> headers) {
            headers.contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_SECURITY_POLICY))
                    .referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN))
                    .crossOriginOpenerPolicy(policy -> policy.policy(CrossOriginOpenerPolicy.SAME_ORIGIN))
                    .crossOriginResourcePolicy(policy -> policy.policy(CrossOriginResourcePolicy.SAME_ORIGIN))
                    .permissionsPolicyHeader(
                            policy -> policy.policy("camera=(), geolocation=(), microphone=(), payment=(), usb=()"))
                    .frameOptions(HeadersConfigurer.FrameOptionsConfig::deny)
                    .httpStrictTransportSecurity(Customizer.withDefaults());
        }
    }
}
