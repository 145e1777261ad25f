import { type Activity, CloudAdapter, ConfigurationBotFrameworkAuthentication, type TurnContext } from 'botbuilder';
import type { BotFrameworkSettings } from '.';
import { once } from './once';

type Authentication = ConstructorParameters<typeof ConfigurationBotFrameworkAuthentication>;
export type ConnectorClientOptions = NonNullable<Authentication[4]>;
type Known = Parameters<CloudAdapter['processActivityDirect']>[0];
type Logic = (context: TurnContext) => Promise<void>;

/** The claim in which a token says where its channel is reached. */
const SERVICE_URL = 'serviceurl';

/**
 * Bot Framework's own adapter, which checks who is calling before anything else is done with a request. No error handler is
 * set: what is thrown in a turn reaches us, and what is wrong with a token ends here as a bare status, so that neither a
 * caller nor the console is shown the message of an error.
 */
export class Door extends CloudAdapter {
  protected override async processActivity(known: Known, activity: Activity, logic: Logic) {
    try {
      // The two forms that may come in are declared one by one, not together.
      return await super.processActivity(known as string, activity, logic);
    } catch (error) {
      return { status: statusOf(error) };
    }
  }

  /** Where the token says that the channel is reached. Null when it says nothing. */
  authenticatedUrl(context: TurnContext): string | null {
    const identity = context.turnState.get(this.BotIdentityKey) as { getClaimValue(type: string): string | null };
    return identity.getClaimValue(SERVICE_URL);
  }
}

/** An adapter with the bot's app id and password. Without an app id it asks nobody who they are. */
export function createDoor({ appId, appPassword, tenantId }: BotFrameworkSettings, endpoints: Record<string, string>) {
  const settings = {
    MicrosoftAppId: appId ?? '',
    MicrosoftAppPassword: appPassword ?? '',
    MicrosoftAppType: tenantId ? 'SingleTenant' : 'MultiTenant',
    MicrosoftAppTenantId: tenantId ?? '',
  };
  const connector: Authentication = [
    { ...settings, ...endpoints },
    undefined,
    undefined,
    undefined,
    { httpClient: once },
  ];
  return new Door(new ConfigurationBotFrameworkAuthentication(...connector));
}

/** 401, unless it was Microsoft's keys that could not be had: then the channel should try again. */
function statusOf(error: unknown): number {
  const { name, statusCode } = (error ?? {}) as { name?: string; statusCode?: number };
  return name === 'FetchError' || (statusCode ?? 0) >= 500 ? 503 : 401;
}
