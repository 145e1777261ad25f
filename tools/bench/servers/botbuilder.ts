import {
  ActivityHandler,
  CloudAdapter,
  ConfigurationBotFrameworkAuthentication,
  ConversationState,
  MemoryStorage,
  type Request,
} from 'botbuilder';
import { announce, bareServer } from './restify';

/** The peer: plain botbuilder as its samples use it, with four questions and a state that only memory keeps. */
const QUESTIONS = ['What is going on?', 'How long has it been so?', 'Who is with you?', 'What would help?'];

const state = new ConversationState(new MemoryStorage());
const place = state.createProperty<{ answers: string[] }>('place');

const bot = new ActivityHandler();
bot.onMessage(async (context, next) => {
  const { answers } = await place.get(context, { answers: [] });
  const kept = answers.length < QUESTIONS.length ? [...answers, context.activity.text] : [];
  await place.set(context, { answers: kept });
  await context.sendActivity(QUESTIONS[kept.length] ?? `Thank you. You said: ${kept.join(', ')}.`);
  await state.saveChanges(context);
  await next();
});

const adapter = new CloudAdapter(new ConfigurationBotFrameworkAuthentication({}));
const server = bareServer();
server.post('/api/messages', async (req, res) => {
  await adapter.process(req as Request, res, (context) => bot.run(context));
});
announce(server);
